// SPDX-License-Identifier: GPL-3.0-or-later
#include "contrast.h"
#include "random_calls.h"
#include "running_program.h"

#include "ui/calls/calls_saved.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/charts/chart_view.h"
#include "ui/window/page_table.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QShortcut>
#include <QStandardPaths>
#include <QTableView>
#include <QToolButton>

#include <future>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

QString described(const QWidget *widget)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u" \""_s + widget->objectName() + u"\" in "_s
        + (widget->parentWidget() ? QString::fromLatin1(widget->parentWidget()->metaObject()->className()) : u"–"_s);
}

/// Parts of Qt's own widgets: reached and named through the widget that they belong to.
bool isInner(const QWidget *widget)
{
    return widget->objectName().startsWith("qt_"_L1) || widget->inherits("QTableCornerButton")
        || widget->inherits("QHeaderView") || widget->inherits("QScrollBar") || widget->focusProxy() != nullptr;
}

QList<QWidget *> controlsOf(QWidget *root, Qt::FocusPolicy policy)
{
    QList<QWidget *> controls;
    const auto all = root->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const bool belongs = widget->window() == root && widget->isVisible() && widget->isEnabled();
        if (belongs && (widget->focusPolicy() & policy) == policy && !isInner(widget))
            controls.append(widget);
    }
    return controls;
}

QString nameOf(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

bool holdsChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

/// Of an exclusive group only the chosen button is a stop of Tab; arrow keys lead to the others.
bool isReachedByArrows(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const bool isExclusive = button && (button->autoExclusive() || (button->group() && button->group()->exclusive()));
    return isExclusive && !button->isChecked();
}

/// Walks with Tab until the walk comes back to where it began; empty where it never does.
QSet<QWidget *> reachedByTab(QWidget *root)
{
    constexpr int MostSteps = 400;
    QSet<QWidget *> reached;
    const QWidget *first = root->focusWidget();
    for (int step = 0; step < MostSteps; ++step) {
        QWidget *focused = root->focusWidget();
        if (focused == first && reached.size() > 1)
            return reached;
        reached.insert(focused);
        QTest::keyClick(focused ? focused : root, Qt::Key_Tab);
    }
    return reached.size() == 1 ? reached : QSet<QWidget *>();
}

QDialog *openDialog(const QWidget *window)
{
    const auto dialogs = window->findChildren<QDialog *>();
    const auto found = std::find_if(dialogs.begin(), dialogs.end(), [](QDialog *d) { return d->isVisible(); });
    return found == dialogs.end() ? nullptr : *found;
}

void clickNamed(QWidget *window, const QString &name)
{
    if (auto *button = window->findChild<QAbstractButton *>(name))
        button->click();
}

bool isEnabledNamed(QWidget *window, const QString &name)
{
    const auto *button = window->findChild<QAbstractButton *>(name);
    return button != nullptr && button->isEnabled();
}

void triggerFirstWith(QWidget *window, const QString &buttonName, int fromEnd)
{
    const auto *button = window->findChild<QToolButton *>(buttonName);
    const auto actions = button->menu()->actions();
    actions.at(actions.size() - 1 - fromEnd)->trigger();
}

struct DialogCase
{
    const char *name;
    std::function<void(MainWindow *)> open;
};

const QList<DialogCase> &dialogCases()
{
    static const QList<DialogCase> cases{
        {"help",
         [](MainWindow *window) {
             for (QShortcut *shortcut : window->findChildren<QShortcut *>()) {
                 if (shortcut->key() == QKeySequence(Qt::Key_F1))
                     Q_EMIT shortcut->activated();
             }
         }},
        {"custom period", [](MainWindow *window) { clickNamed(window, u"period6"_s); }},
        {"columns of a report",
         [](MainWindow *window) {
             window->showPage(window->pageIndex(ReportsPageId));
             if (QTest::qWaitFor([window] { return isEnabledNamed(window, u"chooseColumns"_s); }))
                 clickNamed(window, u"chooseColumns"_s);
         }},
        {"schedule",
         [](MainWindow *window) {
             window->showPage(window->pageIndex(ReportsPageId));
             clickNamed(window, u"newSchedule"_s);
         }},
        {"alert rule",
         [](MainWindow *window) {
             window->showPage(window->pageIndex(AlertsPageId));
             clickNamed(window, u"newRule"_s);
         }},
        {"save filter", [](MainWindow *window) { triggerFirstWith(window, u"savedFilters"_s, 1); }},
        {"manage filters",
         [](MainWindow *window) {
             window->findChild<CallsSaved *>()->put({u"筛选 1"_s, {}, {}, {}, {}, {}});
             triggerFirstWith(window, u"savedFilters"_s, 0);
         }},
    };
    return cases;
}

} // namespace

/// Every page and dialog, in both languages and themes: names, keyboard, contrast, tables beside charts.
class TestAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void initTestCase();
    void cleanup();
    void init();
    void pages();
    void dialogs();
    void welcome();
    void chartsHaveTables();

private:
    MainWindow *window() const { return m_program->session.window(); }
    void start(const QString &folder);
    void checkNames(QWidget *root) const;
    void checkKeyboard(QWidget *root) const;
    void checkContrast(QWidget *root) const;
    bool isChinese() const { return m_program->session.appearance().language() == u"zh_CN"_s; }

    QTemporaryDir m_folder;
    std::unique_ptr<QTemporaryDir> m_empty; ///< of welcome(); outlives its program
    std::unique_ptr<Program> m_program;
};

void TestAccessibility::initTestCase_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::newRow("English, light") << u"en"_s << false;
    QTest::newRow("Chinese, dark") << u"zh_CN"_s << true;
}

void TestAccessibility::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    const StoreUrl url = StoreUrl::ofFile(m_folder.filePath(u"calls.db"_s));
    std::async(std::launch::async, seedRandomCalls, url, 400, 3).get();
}

void TestAccessibility::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
}

void TestAccessibility::cleanup()
{
    m_program.reset();
    m_empty.reset();
}

void TestAccessibility::start(const QString &folder)
{
    QFETCH_GLOBAL(const QString, language);
    QFETCH_GLOBAL(const bool, dark);
    {
        QSettings settings(folder + u"/window.ini"_s, QSettings::IniFormat);
        settings.setValue("appearance/language"_L1, language);
        settings.setValue("appearance/theme"_L1, dark ? u"dark"_s : u"light"_s);
    }
    m_program = std::make_unique<Program>(folder);
    QVERIFY(m_program->isShown());
    window()->resize(1440, 900);
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
}

void TestAccessibility::checkNames(QWidget *root) const
{
    for (QWidget *widget : controlsOf(root, Qt::ClickFocus)) {
        const QString name = nameOf(widget);
        QVERIFY2(!name.trimmed().isEmpty(), qPrintable(described(widget)));
        const bool isText = name.contains(QRegularExpression(u"[a-z]{3}"_s));
        QVERIFY2(!isChinese() || holdsChinese(name) || !isText, qPrintable(described(widget) + u": "_s + name));
    }
}

void TestAccessibility::checkKeyboard(QWidget *root) const
{
    QList<QWidget *> controls = controlsOf(root, Qt::TabFocus);
    controls.removeIf(isReachedByArrows);
    if (controls.isEmpty())
        return;
    controls.constFirst()->setFocus(Qt::TabFocusReason);
    const QSet<QWidget *> reached = reachedByTab(root);
    QVERIFY2(!reached.isEmpty(), qPrintable(u"the keyboard is caught in "_s + described(root->focusWidget())));
    for (QWidget *widget : controls)
        QVERIFY2(reached.contains(widget), qPrintable(described(widget)));
}

void TestAccessibility::checkContrast(QWidget *root) const
{
    const Theme &theme = m_program->session.appearance().theme();
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool holdsText = qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget);
        if (!holdsText || !widget->isVisible())
            continue;
        // The style sheet paints primary buttons; a palette knows nothing of their ground.
        const bool isPrimary = widget->property("styleClass").toString() == u"primary"_s;
        const QColor text = isPrimary ? theme.ink(widget->isEnabled() ? ColorRole::AccentText : ColorRole::MutedText)
                                      : widget->palette().color(widget->foregroundRole());
        const ColorRole primaryGround = widget->isEnabled() ? ColorRole::Accent : ColorRole::Hover;
        for (const ColorRole ground :
             {isPrimary ? primaryGround : ColorRole::Panel, isPrimary ? primaryGround : ColorRole::Window})
            QVERIFY2(contrast(text, theme.ink(ground)) >= 4.5,
                     qPrintable(described(widget) + u' ' + text.name() + u" on "_s + theme.ink(ground).name()));
    }
}

void TestAccessibility::pages()
{
    start(m_folder.path());
    QTRY_VERIFY(!m_program->live()->tiles().constLast()->accessibleName().isEmpty());
    for (int i = 0; i < static_cast<int>(pageTable().size()); ++i) {
        window()->showPage(i);
        QTRY_VERIFY(window()->currentPage()->isVisible());
        checkNames(window());
        checkKeyboard(window());
        checkContrast(window());
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(u"on the page "_s + window()->currentPage()->objectName()));
    }
}

void TestAccessibility::dialogs()
{
    start(m_folder.path());
    window()->showPage(0);
    for (const DialogCase &dialogCase : dialogCases()) {
        dialogCase.open(window());
        QTRY_VERIFY2(openDialog(window()), dialogCase.name);
        QDialog *dialog = openDialog(window());
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        checkNames(dialog);
        checkKeyboard(dialog);
        checkContrast(dialog);
        QVERIFY2(!QTest::currentTestFailed(), dialogCase.name);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY2(!openDialog(window()), dialogCase.name);
    }
}

void TestAccessibility::welcome()
{
    m_empty = std::make_unique<QTemporaryDir>();
    start(m_empty->path());
    window()->showPage(0);
    QVERIFY(m_program->live()->showsWelcome());
    checkNames(window());
    checkKeyboard(window());
    checkContrast(window());
}

void TestAccessibility::chartsHaveTables()
{
    start(m_folder.path());
    window()->showPage(0);
    QTRY_VERIFY(m_program->live()->snapshot().total.calls > 0);
    int charts = 0;
    for (int i = 0; i < static_cast<int>(pageTable().size()); ++i) {
        window()->showPage(i);
        const auto views = window()->currentPage()->findChildren<ChartView *>();
        for (const ChartView *view : views) {
            QWidget *above = view->parentWidget();
            while (above && !qobject_cast<ChartPanel *>(above))
                above = above->parentWidget();
            auto *panel = qobject_cast<ChartPanel *>(above);
            QVERIFY2(panel, qPrintable(described(view)));
            panel->setTable(true);
            const auto *table = panel->findChild<QTableView *>();
            QCOMPARE(table->model()->rowCount(), view->data().categories.size());
            panel->setTable(false);
            ++charts;
        }
    }
    QVERIFY(charts >= 5);
}

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
