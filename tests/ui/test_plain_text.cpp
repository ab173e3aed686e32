// SPDX-License-Identifier: GPL-3.0-or-later
#include "opened_file.h"

#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/plain_text_guard.h"
#include "ui/common/theme/screen_text.h"

#include <QApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QTableWidgetItem>
#include <QTest>
#include <QToolTip>
#include <QWindow>

#include <memory>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// What looks like markup is shown as it stands, by what this program makes and by what Qt makes for it.
class TestPlainText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void controlMarkupOpensFiles();
    void labels();
    void tips();
    void tipsAreBrokenIntoLines();
    void messageBoxes();
    void titles();
    void buttons();
    void notifications();
    void longTextsAreCutForTheScreen();
    void guardCoversWhatQtMakes();

private:
    QLabel *shownTip(const QString &text);

    OpenedFile m_canary;
    QString m_markup;
};

void TestPlainText::initTestCase()
{
    QVERIFY(m_canary.isWatched());
    m_markup = u"<img src=\"file://"_s + m_canary.path() + u"\"><b>bold</b> &amp; &x %1"_s;
    QVERIFY(!m_canary.wasOpened());
}

void TestPlainText::cleanup()
{
    QToolTip::showText({}, {});
    QTRY_VERIFY(!QToolTip::isVisible());
}

/// Without the program's own labels the file is opened: the watch can see it.
void TestPlainText::controlMarkupOpensFiles()
{
    QLabel label(m_markup);
    label.sizeHint();
    QVERIFY(m_canary.wasOpened());
    QToolTip::showText({10, 10}, m_markup);
    QVERIFY(m_canary.wasOpened());
}

void TestPlainText::labels()
{
    for (const bool isGivenFirst : {true, false}) {
        const auto label = isGivenFirst ? std::make_unique<PlainLabel>(m_markup) : std::make_unique<PlainLabel>();
        label->setText(m_markup);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
        label->show();
        label->grab();
        QCOMPARE(label->textFormat(), Qt::PlainText);
        label->setWordWrap(false);
        QVERIFY(label->sizeHint().width() >= label->fontMetrics().horizontalAdvance(m_markup));
    }
    QVERIFY(!m_canary.wasOpened());
}

QLabel *TestPlainText::shownTip(const QString &text)
{
    QToolTip::showText({10, 10}, text);
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->inherits("QTipLabel") && window->isVisible())
            return qobject_cast<QLabel *>(window);
    }
    return nullptr;
}

/// Also where no guard stands behind them.
void TestPlainText::tips()
{
    for (const QString &text :
         {m_markup, u"<?xml version=\"1.0\"?>"_s, u"a\n"_s + m_markup, u"&lt;b&gt;"_s, u"<qt>x"_s, u"<b"_s}) {
        const QLabel *tip = shownTip(tipText(text));
        QVERIFY(tip);
        QVERIFY2(!Qt::mightBeRichText(tip->text()), qPrintable(text));
        QString shown = tip->text();
        QCOMPARE(shown.remove(u'\u2060'), text);
    }
    QWidget widget;
    setTip(&widget, m_markup);
    QVERIFY(!Qt::mightBeRichText(widget.toolTip()));
    QTableWidgetItem item;
    setTip(&item, m_markup);
    QVERIFY(!Qt::mightBeRichText(item.toolTip()));
    QCOMPARE(tipText(u"1 < 2 & 3"_s), u"1 < 2 & 3"_s);
    QVERIFY(!m_canary.wasOpened());
}

void TestPlainText::tipsAreBrokenIntoLines()
{
    const auto widest = [](const QString &tip) {
        qsizetype most = 0;
        for (const QString &line : tip.split(u'\n'))
            most = std::max(most, line.size());
        return most;
    };
    QCOMPARE(tipText(QString()), QString());
    QCOMPARE(tipText(u"two\nlines"_s), u"two\nlines"_s);
    const QString words = tipText(u"several words "_s.repeated(30));
    QVERIFY(widest(words) <= 96);
    QVERIFY(words.count(u'\n') >= 4);
    QCOMPARE(QString(words).replace(u'\n', u' '), u"several words "_s.repeated(30).trimmed());
    QVERIFY(widest(tipText(QString(5'000, u'x'))) <= 97);
    QVERIFY(widest(tipText(QString(500, u'话'))) <= 48);
    const QString endless = tipText(QString(200'000, u'x'));
    QVERIFY(endless.size() < 5'000);
    QVERIFY(endless.endsWith(u'…'));
    const QString lines = tipText(u"a\n"_s.repeated(1'000));
    QVERIFY(lines.count(u'\n') < 40);
    QVERIFY(lines.endsWith(u'…'));
}

void TestPlainText::messageBoxes()
{
    QWidget window;
    QMessageBox *box = makeMessageBox(QMessageBox::Warning, m_markup, m_markup, QMessageBox::Ok, &window);
    box->open();
    box->grab();
    QCOMPARE(box->textFormat(), Qt::PlainText);
    QCOMPARE(box->text(), m_markup);
    QVERIFY(box->testAttribute(Qt::WA_DeleteOnClose));
    QVERIFY(!m_canary.wasOpened());
}

void TestPlainText::titles()
{
    QWidget window;
    setTitle(&window, u"a [*] b"_s);
    QCOMPARE(window.windowTitle(), u"a [*][*] b"_s);
    window.setWindowModified(true);
    window.show();
    QCOMPARE(window.windowHandle()->title(), u"a [*] b"_s);
}

void TestPlainText::buttons()
{
    QCOMPARE(buttonText(u"R&D\tx"_s), u"R&&D x"_s);
}

void TestPlainText::notifications()
{
    const QString text = notificationText(m_markup);
    QVERIFY(!text.contains(u"<i"_s) && !text.contains(u"</"_s) && !text.contains(u"&amp;"_s));
    QCOMPARE(QString(text).remove(u'\u2060'), m_markup);
}

void TestPlainText::longTextsAreCutForTheScreen()
{
    QCOMPARE(screenText(m_markup), m_markup);
    const QString edge(16'384, u'x');
    QCOMPARE(screenText(edge), edge);
    const QString cut = screenText(QString(262'144, u'x'));
    QVERIFY(cut.startsWith(edge + u'…'));
    QVERIFY(cut.size() < edge.size() + 200);
    QVERIFY(cut.contains(QLocale().toString(262'144 - 16'384)));
}

/// Labels that are not of this program, with texts that nobody has treated.
void TestPlainText::guardCoversWhatQtMakes()
{
    const PlainTextGuard guard(*qApp);
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->inherits("QTipLabel"))
            delete window; // made before the guard was
    }
    const QLabel *tip = shownTip(m_markup);
    QVERIFY(tip);
    QCOMPARE(tip->textFormat(), Qt::PlainText);
    QWidget window;
    auto *form = new QFormLayout(&window);
    form->addRow(m_markup, new QLineEdit);
    form->addRow(new QLabel(m_markup));
    window.show();
    window.grab();
    QMessageBox box(QMessageBox::Warning, m_markup, m_markup);
    box.setInformativeText(m_markup);
    box.show();
    box.grab();
    const QList<QLabel *> labels = window.findChildren<QLabel *>() + box.findChildren<QLabel *>();
    QVERIFY(labels.size() >= 4);
    for (const QLabel *label : labels)
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
    QVERIFY(!m_canary.wasOpened());
}

QTEST_MAIN(TestPlainText)
#include "test_plain_text.moc"
