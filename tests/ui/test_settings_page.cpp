// SPDX-License-Identifier: GPL-3.0-or-later
#include "list_cells.h"
#include "page_fixture.h"
#include "store/database/connection.h"
#include "store/upkeep/maintenance.h"
#include "ui/alerts/alert_rule_dialog.h"
#include "ui/calls/calls_page.h"
#include "ui/session/logs/audit_columns.h"
#include "ui/session/privacy_guard.h"
#include "ui/settings/campaigns/task_editor.h"
#include "ui/settings/result_code_editor.h"
#include "ui/settings/settings_appearance.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/settings_privacy.h"
#include "ui/settings/settings_receiver.h"
#include "ui/settings/settings_storage.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpServer>
#include <QTest>

#include <future>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

template <class Control>
Control *find(const QWidget &widget, const QString &name)
{
    auto *control = widget.findChild<Control *>(name);
    return control ? control : (qFatal("no %s", qPrintable(name)), nullptr);
}

QString noteOf(const QWidget &widget, const QString &name)
{
    const QLabel *note = find<QLabel>(widget, name + u"Note"_s);
    return note->property("styleClass").toString() == u"bad"_s ? note->text() : QString();
}

} // namespace

class TestSettingsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }
    void everySectionHasNamesForEverything();
    void sectionsAreReachedByKeyboardAndRemembered();
    void receiverIsChangedInPlaceAndKept();
    void aPortThatIsTakenChangesNothing();
    void wrongValuesSayWhyBesideTheField_data();
    void wrongValuesSayWhyBesideTheField();
    void theTokenIsCovered();
    void badCertificatesChangeNothing();
    void storageIsKeptWithinItsBounds();
    void aPlaceThatCantBeIsRefused();
    void backupIsAWholeStore();
    void backupSaysWhyItFailed();
    void backupIsCancelled();
    void backupEndsWithTheProgram();
    void privacyHoldsAtOnce();
    void revealAsksOrRefuses();
    void auditLogIsShownAndHandedOn();
    void languageAndThemeFollowAtOnce();
    void openEditorsFollowTheLanguage();
};

void TestSettingsPage::everySectionHasNamesForEverything()
{
    PageFixture fixture;
    SettingsPage page(fixture.services());
    page.resize(1'200, 700);
    page.show();
    page.setActive(true);
    for (const QString &name : page.sectionNames()) {
        page.showSection(name);
        QCOMPARE(page.currentSection()->objectName(), name);
        QVERIFY(!page.currentSection()->title().isEmpty());
        const auto widgets = page.currentSection()->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool isControl = button || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
                || qobject_cast<const QPlainTextEdit *>(widget);
            const bool isInner = widget->objectName().startsWith("qt_"_L1)
                || qobject_cast<const QComboBox *>(widget->parentWidget()) || widget->inherits("QTableCornerButton")
                || widget->inherits("QHeaderView") || widget->inherits("QComboBoxListView");
            if (!isControl || isInner || !widget->isVisible())
                continue;
            const bool hasName = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(hasName, qPrintable(name + u' ' + widget->objectName()));
            QVERIFY2(!widget->isEnabled() || (widget->focusPolicy() & Qt::TabFocus) != 0,
                     qPrintable(name + u' ' + widget->objectName()));
        }
    }
}

void TestSettingsPage::sectionsAreReachedByKeyboardAndRemembered()
{
    PageFixture fixture;
    QSettings settings(fixture.path(u"page.ini"_s), QSettings::IniFormat);
    {
        SettingsPage page(fixture.services());
        page.show();
        page.setActive(true);
        auto *list = find<QListWidget>(page, u"settingsSections"_s);
        list->setFocus();
        const QString first = page.currentSection()->objectName();
        QTest::keyClick(list, Qt::Key_Down);
        QVERIFY(page.currentSection()->objectName() != first);
        QTest::keyClick(list, Qt::Key_End);
        QCOMPARE(page.currentSection()->objectName(), page.sectionNames().constLast());
        page.saveState(settings);
    }
    SettingsPage again(fixture.services());
    again.restoreState(settings);
    QCOMPARE(again.currentSection()->objectName(), again.sectionNames().constLast());
}

void TestSettingsPage::receiverIsChangedInPlaceAndKept()
{
    PageFixture fixture;
    SettingsReceiver section(fixture.services());
    section.setActive(true);
    auto *apply = find<QPushButton>(section, u"receiverApply"_s);
    QVERIFY(!apply->isEnabled());
    find<QLineEdit>(section, u"receiverPath"_s)->setText(u"/push"_s);
    find<QLineEdit>(section, u"receiverToken"_s)->setText(u"0123456789abcdef"_s);
    find<QPlainTextEdit>(section, u"receiverAllow"_s)->setPlainText(u"127.0.0.0/8\n::1"_s);
    QVERIFY(apply->isEnabled());
    QSignalSpy applied(&fixture.control, &ReceiverControl::applied);
    QTest::mouseClick(apply, Qt::LeftButton);
    QVERIFY(!apply->isEnabled());
    QVERIFY(applied.wait());
    QCOMPARE(fixture.receiver.url().path(), u"/push"_s);
    QCOMPARE(fixture.receiver.config().token, "0123456789abcdef");
    QCOMPARE(fixture.receiver.config().allow.size(), 2);
    QCOMPARE(fixture.preferences.receiver().path, u"/push"_s);
    QCOMPARE(fixture.preferences.tokenPlace(), Preferences::TokenPlace::File);
    QVERIFY(find<QLabel>(section, u"receiverStatus"_s)->text().contains(u"/push"_s));
    QVERIFY(!find<QLabel>(section, u"receiverStatus"_s)->text().contains(u"0123456789abcdef"_s));
    QVERIFY(!apply->isEnabled());
}

void TestSettingsPage::aPortThatIsTakenChangesNothing()
{
    PageFixture fixture;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    SettingsReceiver section(fixture.services());
    section.setActive(true);
    find<QLineEdit>(section, u"receiverPort"_s)->setText(QString::number(other.serverPort()));
    find<QLineEdit>(section, u"receiverPath"_s)->setText(u"/push"_s);
    QSignalSpy refused(&fixture.control, &ReceiverControl::refused);
    QTest::mouseClick(find<QPushButton>(section, u"receiverApply"_s), Qt::LeftButton);
    QVERIFY(refused.wait());
    QVERIFY(noteOf(section, u"receiverPort"_s).contains(QString::number(other.serverPort())));
    QCOMPARE(fixture.receiver.url().path(), u"/receiveCallRecord"_s);
    QCOMPARE(fixture.preferences.receiver().path, u"/receiveCallRecord"_s);
    QTest::mouseClick(find<QPushButton>(section, u"receiverUndo"_s), Qt::LeftButton);
    QCOMPARE(find<QLineEdit>(section, u"receiverPath"_s)->text(), u"/receiveCallRecord"_s);
    QCOMPARE(noteOf(section, u"receiverPort"_s), QString());
}

void TestSettingsPage::wrongValuesSayWhyBesideTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("value");
    const auto add = [](const char *field, const char *value, const char *row = nullptr) {
        QTest::addRow("%s %s", field, value)
            << QString::fromLatin1(field) << QString::fromLatin1(row ? row : field) << QString::fromLatin1(value);
    };
    add("receiverPort", "0x50");
    add("receiverPort", "65536");
    add("receiverPath", "push");
    add("receiverPath", "/a b");
    add("receiverToken", "short", "receiverTokenRow");
    add("receiverToken", "has spaces in it, so no", "receiverTokenRow");
    add("receiverBody", "1");
    add("receiverConnections", "0");
}

void TestSettingsPage::wrongValuesSayWhyBesideTheField()
{
    PageFixture fixture;
    SettingsReceiver section(fixture.services());
    section.setActive(true);
    QFETCH(QString, field);
    QFETCH(QString, row);
    QFETCH(QString, value);
    auto *edit = find<QLineEdit>(section, field);
    const QString before = edit->text();
    edit->setText(value);
    QVERIFY(!noteOf(section, row).isEmpty());
    QVERIFY(!find<QPushButton>(section, u"receiverApply"_s)->isEnabled());
    edit->setText(before);
    QVERIFY(noteOf(section, row).isEmpty());
    find<QPlainTextEdit>(section, u"receiverAllow"_s)->setPlainText(u"10.0.0.0/8\nthe office"_s);
    QVERIFY(noteOf(section, u"receiverAllow"_s).contains(u"the"_s));
    find<QComboBox>(section, u"receiverAddress"_s)->setEditText(u"my computer"_s);
    QVERIFY(!noteOf(section, u"receiverAddress"_s).isEmpty());
}

void TestSettingsPage::theTokenIsCovered()
{
    PageFixture fixture;
    SettingsReceiver section(fixture.services());
    section.setActive(true);
    auto *token = find<QLineEdit>(section, u"receiverToken"_s);
    QCOMPARE(token->echoMode(), QLineEdit::Password);
    QTest::mouseClick(find<QPushButton>(section, u"receiverNewToken"_s), Qt::LeftButton);
    QVERIFY(token->text().size() >= 24);
    QVERIFY(noteOf(section, u"receiverTokenRow"_s).isEmpty());
    QTest::mouseClick(find<QPushButton>(section, u"receiverShowToken"_s), Qt::LeftButton);
    QCOMPARE(token->echoMode(), QLineEdit::Normal);
    section.setActive(false);
    QCOMPARE(token->echoMode(), QLineEdit::Password);
}

void TestSettingsPage::badCertificatesChangeNothing()
{
    PageFixture fixture;
    ReceiverConfig config = fixture.receiver.config();
    config.tlsCertFile = fixture.path(u"nothing.pem"_s);
    config.tlsKeyFile = fixture.path(u"nothing.key"_s);
    QSignalSpy refused(&fixture.control, &ReceiverControl::refused);
    fixture.control.apply(config);
    QVERIFY(refused.wait());
    QCOMPARE(refused.constFirst().constFirst().value<ReceiverControl::Fault>(), ReceiverControl::Fault::Tls);
    QVERIFY(!fixture.receiver.url().isEmpty());
    QVERIFY(fixture.preferences.receiver().tlsCertFile.isEmpty());
}

void TestSettingsPage::storageIsKeptWithinItsBounds()
{
    PageFixture fixture;
    SettingsStorage section(fixture.services());
    section.setActive(true);
    auto *apply = find<QPushButton>(section, u"storageApply"_s);
    auto *days = find<QLineEdit>(section, u"keepDays"_s);
    for (const QString &wrong : {u"6"_s, u"3651"_s, u"long"_s}) {
        days->setText(wrong);
        QVERIFY(!noteOf(section, u"keepDays"_s).isEmpty());
        QVERIFY(!apply->isEnabled());
    }
    days->setText(u"30"_s);
    find<QLineEdit>(section, u"freeMb"_s)->setText(u"500"_s);
    QTest::mouseClick(apply, Qt::LeftButton);
    QCOMPARE(fixture.preferences.storage().keepDays, 30);
    QCOMPARE(fixture.preferences.storage().freeMb, 500);
    find<QAbstractButton>(section, u"keepForever"_s)->click();
    QVERIFY(!days->isEnabled());
    QTest::mouseClick(apply, Qt::LeftButton);
    QCOMPARE(fixture.preferences.storage().keepDays, 0);
}

void TestSettingsPage::aPlaceThatCantBeIsRefused()
{
    PageFixture fixture;
    SettingsStorage section(fixture.services());
    section.setActive(true);
    auto *file = find<QWidget>(section, u"storeFile"_s)->findChild<QLineEdit *>();
    QFile foreign(fixture.path(u"letter.txt"_s));
    QVERIFY(foreign.open(QIODevice::WriteOnly) && foreign.write("Dear all, this is no store") > 0);
    foreign.close();
    for (const QString &wrong :
         {u"calls.db"_s, fixture.path(u"no/folder/calls.db"_s), foreign.fileName(), fixture.path(u"."_s)}) {
        file->setText(wrong);
        QTest::mouseClick(find<QPushButton>(section, u"storageApply"_s), Qt::LeftButton);
        QTRY_VERIFY2(!noteOf(section, u"storeFile"_s).isEmpty(), qPrintable(wrong));
        QVERIFY(fixture.preferences.storage().file.isEmpty());
    }
    file->setText(fixture.path(u"other.db"_s));
    QTest::mouseClick(find<QPushButton>(section, u"storageApply"_s), Qt::LeftButton);
    QTRY_COMPARE(fixture.preferences.storage().file, fixture.path(u"other.db"_s));
    QVERIFY(find<QLabel>(section, u"storageStatus"_s)->text().contains(u"next start"_s));
}

void TestSettingsPage::backupIsAWholeStore()
{
    PageFixture fixture;
    fixture.pushCall(1, 60);
    SettingsStorage section(fixture.services());
    section.setActive(true);
    QSignalSpy ended(&section, &SettingsStorage::backupEnded);
    section.backup(fixture.path(u"copy.db"_s));
    QCOMPARE(find<QPushButton>(section, u"backupStart"_s)->text(), u"Cancel"_s);
    QVERIFY(ended.wait());
    QVERIFY(ended.constFirst().constFirst().toBool());
    QVERIFY(find<QLabel>(section, u"backupStatus"_s)->text().contains(u"copy.db"_s));
    ReaderPool copy(StoreUrl::ofFile(fixture.path(u"copy.db"_s)), 1);
    qint64 calls = -1;
    copy.ask<qint64>(
        &section, [](Connection &connection) { return countCalls(connection, {}); },
        [&calls](const qint64 &count) { calls = count; });
    QTRY_COMPARE(calls, 1);
}

void TestSettingsPage::backupSaysWhyItFailed()
{
    PageFixture fixture;
    SettingsStorage section(fixture.services());
    QSignalSpy ended(&section, &SettingsStorage::backupEnded);
    section.backup(fixture.path(u"no/folder/copy.db"_s));
    QVERIFY(ended.wait());
    QVERIFY(!ended.constFirst().constFirst().toBool());
    auto *status = find<QLabel>(section, u"backupStatus"_s);
    QVERIFY(status->text().contains(u"No backup was made"_s));
    section.backup(fixture.url().localFile());
    QVERIFY(ended.wait());
    QVERIFY(status->text().contains(u"the store itself"_s));
    section.backup(u"copy.db"_s);
    QVERIFY(status->text().contains(u"full path"_s));
}

void TestSettingsPage::backupIsCancelled()
{
    PageFixture fixture;
    fixture.pushCall(1, 60);
    SettingsStorage section(fixture.services());
    QSignalSpy ended(&section, &SettingsStorage::backupEnded);
    auto *button = find<QPushButton>(section, u"backupStart"_s);
    const auto gate = std::make_shared<QSemaphore>(); // both readers wait here, so that the click comes first
    for (int reader = 0; reader < 2; ++reader)
        fixture.readers.ask<bool>(
            &section, [gate](Connection &) { return gate->tryAcquire(1, 30'000); }, [](const bool &) {});
    section.backup(fixture.path(u"copy.db"_s));
    QCOMPARE(button->text(), u"Cancel"_s);
    button->click();
    gate->release(2);
    QVERIFY(ended.wait());
    QVERIFY(!ended.constFirst().constFirst().toBool());
    QVERIFY(find<QLabel>(section, u"backupStatus"_s)->text().contains(u"Cancelled"_s));
    QVERIFY(!QFile::exists(fixture.path(u"copy.db"_s)) && !QFile::exists(fixture.path(u"copy.db.part"_s)));
    QCOMPARE(button->text(), u"Back up now"_s);
}

void TestSettingsPage::backupEndsWithTheProgram()
{
    PageFixture fixture;
    const StoreUrl large = StoreUrl::ofFile(fixture.path(u"large.db"_s)); // takes a while to copy
    std::async(std::launch::async, [&large] {
        BulkLoader(large).finish();
        Connection connection(large, Access::Write);
        for (int row = 0; row < 100; ++row)
            connection.execute(
                u"INSERT INTO rejected (arrived_at, remote, reason, error, field, body) VALUES (1, '', 0, "
                "'', '', randomblob(2000000))"_s);
    }).get();
    auto readers = std::make_unique<ReaderPool>(large, 1);
    Services services{*readers,           fixture.writer,  fixture.receiver, fixture.feed,        fixture.view,
                      fixture.theme,      fixture.format,  fixture.alerts,   fixture.preferences, fixture.control,
                      fixture.appearance, fixture.exports, fixture.schedules};
    SettingsStorage section(services);
    const QString copy = fixture.path(u"copy.db"_s);
    section.backup(copy);
    QTRY_VERIFY(QFileInfo(copy + u".part"_s).size() > 0 || QFile::exists(copy));
    QElapsedTimer end;
    end.start();
    readers.reset(); // as at the program's end
    qInfo("a copy of 200 MB ended after %lld ms", end.elapsed());
    QVERIFY(!QFile::exists(copy)); // it would be there, had it been waited for
    QVERIFY(!QFile::exists(copy + u".part"_s));
}

void TestSettingsPage::privacyHoldsAtOnce()
{
    PageFixture fixture;
    const PrivacyGuard guard(fixture.services());
    fixture.pushCall(1, 60);
    SettingsPrivacy section(fixture.services());
    section.show();
    section.setActive(true);
    auto *columns = find<QListWidget>(section, u"personalColumns"_s);
    QTRY_COMPARE(columns->count(), 2);
    for (int row = 0; row < columns->count(); ++row) {
        if (columns->item(row)->text() == u"城市"_s)
            columns->item(row)->setCheckState(Qt::Checked);
    }
    QCOMPARE(fixture.view.personalColumns(), QStringList{u"城市"_s});
    fixture.view.setPrivacy(Privacy::Revealed);
    find<QComboBox>(section, u"coverMinutes"_s)->setCurrentIndex(2);
    QCOMPARE(fixture.preferences.privacy().coverAfterMinutes, 5);
    QCOMPARE(fixture.view.privacy(), Privacy::Revealed);
    find<QComboBox>(section, u"revealPolicy"_s)->setCurrentIndex(static_cast<int>(RevealPolicy::Never));
    QCOMPARE(fixture.view.privacy(), Privacy::Masked);
    QTRY_COMPARE(fixture.audits(u"settings"_s), 3);
}

void TestSettingsPage::revealAsksOrRefuses()
{
    PageFixture fixture;
    const PrivacyGuard guard(fixture.services());
    QWidget parent;
    PrivacyPreferences privacy;
    int calls = 0;
    const auto revealCall = [&] {
        PrivacyGuard::revealCall(fixture.services(), u"uuid-7"_s, &parent, [&calls] { ++calls; });
    };
    const auto answer = [&parent] {
        auto *yes = find<QPushButton>(parent, u"revealYes"_s);
        auto *box = qobject_cast<QMessageBox *>(yes->window());
        QTest::mouseClick(yes, Qt::LeftButton);
        delete box;
    };
    revealCall();
    QCOMPARE(calls, 1);
    QCOMPARE(fixture.view.privacy(), Privacy::Masked); // the others stay covered
    PrivacyGuard::revealAll(fixture.services(), 7, &parent);
    QCOMPARE(fixture.view.privacy(), Privacy::Masked); // always after a question
    answer();
    QCOMPARE(fixture.view.privacy(), Privacy::Revealed);
    privacy.reveal = RevealPolicy::AfterQuestion;
    fixture.preferences.setPrivacy(privacy);
    fixture.view.setPrivacy(Privacy::Masked);
    revealCall();
    QCOMPARE(calls, 1);
    answer();
    QCOMPARE(calls, 2);
    QVERIFY(PrivacyGuard::mayReveal(fixture.services()));
    privacy.reveal = RevealPolicy::Never;
    fixture.preferences.setPrivacy(privacy);
    QVERIFY(!PrivacyGuard::mayReveal(fixture.services()));
    QCOMPARE(fixture.view.privacy(), Privacy::Masked);
    revealCall();
    PrivacyGuard::revealAll(fixture.services(), 7, &parent);
    QVERIFY(!parent.findChild<QPushButton *>(u"revealYes"_s));
    QCOMPARE(fixture.view.privacy(), Privacy::Masked);
    QCOMPARE(calls, 2);
    QTRY_COMPARE(fixture.audits(u"reveal"_s), 3);
    QVERIFY(fixture.lastAudit().contains(u"uuid-7"_s));
    QVERIFY(fixture.lastAudit().contains(u'@')); // who
}

void TestSettingsPage::auditLogIsShownAndHandedOn()
{
    PageFixture fixture;
    for (int i = 0; i < AuditPageRows + 5; ++i)
        fixture.writer.audit(u"reveal"_s, u"number %1"_s.arg(i));
    fixture.writer.audit(u"export unmasked"_s, u"=calls.csv"_s);
    QTRY_COMPARE(fixture.audits(u"export unmasked"_s), 1);
    SettingsPrivacy section(fixture.services());
    section.show();
    section.setActive(true);
    auto *table = find<QTableView>(section, u"auditTable"_s);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QTRY_VERIFY(table->model()->rowCount() >= AuditPageRows);
    QCOMPARE(cellText(*table, 0, u"what"_s), u"Export with full numbers"_s);
    table->scrollToBottom();
    QTRY_COMPARE(table->model()->rowCount(), AuditPageRows + 6);
    QSignalSpy requested(&section, &SettingsSection::exportRequested);
    find<QPushButton>(section, u"auditExport"_s)->click();
    QCOMPARE(requested.size(), 1);
    // The whole log, also what nobody scrolled to.
    const auto order = requested.constFirst().constFirst().value<ExportRequest>();
    qsizetype rows = -1;
    fixture.readers.ask<qsizetype>(
        &section, [shown = order.table](Connection &connection) { return shown->rows(connection).size(); },
        [&rows](const qsizetype &count) { rows = count; });
    QTRY_COMPARE(rows, AuditPageRows + 6);
}

void TestSettingsPage::languageAndThemeFollowAtOnce()
{
    PageFixture fixture;
    SettingsPage page(fixture.services());
    page.show();
    page.setActive(true);
    page.showSection(u"appearance"_s);
    auto *language = find<QComboBox>(page, u"language"_s);
    auto *theme = find<QComboBox>(page, u"theme"_s);
    language->setCurrentIndex(language->findData(u"zh_CN"_s));
    QTRY_COMPARE(page.title(), u"设置"_s);
    QTRY_COMPARE(find<QListWidget>(page, u"settingsSections"_s)->item(0)->text(), u"接收"_s);
    theme->setCurrentIndex(1);
    QCOMPARE(fixture.appearance.theme().kind(), ThemeKind::Dark);
    QCOMPARE(fixture.settings.value("appearance/theme"_L1).toString(), u"dark"_s);
    fixture.appearance.setLanguage(u"en"_s);
    fixture.appearance.setTheme(ThemeKind::Light);
    QTRY_COMPARE(language->currentData().toString(), u"en"_s);
}

void TestSettingsPage::openEditorsFollowTheLanguage()
{
    PageFixture fixture;
    TaskInfo info;
    info.taskId = u"7"_s;
    TaskEditor task(fixture.services(), info);
    ResultCodeEditor code(fixture.services(), u"20"_s, {});
    AlertRuleDialog rule({.watch = AlertWatch::NoPushes});
    static const QRegularExpression latin(u"[A-Za-z]{3,}"_s);
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    const QList<QDialog *> editors{&task, &code, &rule};
    find<QLineEdit>(task, u"taskName"_s)->setText(u"Spring"_s); // what is being typed stays
    const AlertRule before = rule.rule();
    fixture.appearance.setLanguage(u"zh_CN"_s);
    QTRY_VERIFY(rule.windowTitle().contains(chinese));
    for (const QDialog *editor : editors) {
        QVERIFY2(editor->windowTitle().contains(chinese), qPrintable(editor->windowTitle()));
        const auto labels = editor->findChildren<QLabel *>();
        for (const QLabel *label : labels) { // the hint on calling hours has an example in letters
            const bool isWords = label->text().contains(latin) && !label->text().contains(chinese);
            QVERIFY2(!isWords, qPrintable(label->text()));
        }
        const auto boxes = editor->findChildren<QComboBox *>();
        for (const QComboBox *box : boxes)
            QVERIFY2(box->currentText().contains(chinese), qPrintable(box->currentText()));
        const auto buttons = editor->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons)
            QVERIFY2(!button->text().contains(latin), qPrintable(button->text()));
    }
    QCOMPARE(find<QLineEdit>(task, u"taskName"_s)->text(), u"Spring"_s);
    QVERIFY(rule.rule() == before);
    fixture.appearance.setLanguage(u"en"_s);
    QTRY_COMPARE(rule.windowTitle(), u"New alert rule"_s);
}

QTEST_MAIN(TestSettingsPage)
#include "test_settings_page.moc"
