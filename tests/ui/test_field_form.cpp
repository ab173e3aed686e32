// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/forms/controls.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/forms/file_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestFieldForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }
    void aFieldIsGivenOnce();
    void everyKindOfControlIsWatched();
    void rowsComeAndGo();
    void itSpeaksAnotherLanguage();
};

void TestFieldForm::aFieldIsGivenOnce()
{
    FieldForm form;
    bool isPlain = true;
    auto *plain = new QCheckBox;
    auto *edit = form.add(u"port"_s, new QLineEdit,
                          {.label = [] { return u"Port"_s; },
                           .hint = [] { return u"A number."_s; },
                           .bounds = NumberBounds{1, 9},
                           .isEnabled = [&isPlain] { return isPlain; }});
    form.add(u"plain"_s, plain, {.label = [] { return u"Plain"_s; }});
    QSignalSpy changed(&form, &FieldForm::changed);
    form.fill([edit] { edit->setText(u"7"_s); });
    QCOMPARE(changed.size(), 1);
    QCOMPARE(edit->objectName(), u"port"_s);
    QCOMPARE(edit->accessibleName(), u"Port"_s);
    QCOMPARE(edit->accessibleDescription(), u"A number."_s);
    edit->setText(u"10"_s);
    QCOMPARE(changed.size(), 2);
    QVERIFY(form.hasProblem());
    QCOMPARE(edit->accessibleDescription(), u"A whole number from 1 to 9."_s);
    isPlain = false; // what can't be changed has no problem
    plain->toggle();
    QVERIFY(!form.hasProblem());
    QVERIFY(!edit->isEnabled());
    form.setProblem(edit, u"Taken."_s); // found elsewhere: until the next change
    QCOMPARE(form.problemOf(edit), u"Taken."_s);
    plain->toggle();
    QCOMPARE(edit->accessibleDescription(), u"A number."_s);
}

/// Also the parts of a control that is made of several.
void TestFieldForm::everyKindOfControlIsWatched()
{
    FieldForm form;
    auto add = [&form, i = 0](auto *control) mutable {
        return form.add(u"field%1"_s.arg(++i), control, {.label = [] { return u"Field"_s; }});
    };
    auto *text = add(new QPlainTextEdit);
    auto *box = add(new QComboBox);
    auto *time = add(new QTimeEdit);
    auto *number = add(new QSpinBox);
    auto *decimal = add(new QDoubleSpinBox);
    auto *list = new QListWidget;
    list->addItem(u"item"_s);
    add(list);
    auto *file = add(new FileField(FileField::Purpose::Open));
    auto *part = new QCheckBox;
    auto *both = new QWidget;
    both->setLayout(makeRow({part}));
    add(both);
    box->addItems({u"one"_s, u"two"_s});
    form.check();
    QCOMPARE(file->edit()->accessibleName(), u"Field"_s);
    QSignalSpy changed(&form, &FieldForm::changed);
    text->setPlainText(u"text"_s);
    box->setCurrentIndex(1);
    time->setTime({7, 30});
    number->setValue(7);
    decimal->setValue(7.5);
    list->item(0)->setCheckState(Qt::Checked);
    file->setPath(u"file.pem"_s);
    part->setChecked(true);
    QCOMPARE(changed.size(), 8);
}

/// A row that is not there has no problem either.
void TestFieldForm::rowsComeAndGo()
{
    FieldForm form;
    auto *more = form.add(u"more"_s, new QCheckBox, {.label = [] { return u"More"_s; }});
    auto *name = form.add(u"name"_s, new QLineEdit,
                          {.label = [] { return u"Name"_s; },
                           .problem = [] { return u"Missing."_s; },
                           .isVisible = [more] { return more->isChecked(); }});
    form.check();
    form.show();
    QVERIFY(!name->isVisible());
    QVERIFY(!form.hasProblem());
    more->setChecked(true);
    QVERIFY(name->isVisible());
    QCOMPARE(form.problemOf(name), u"Missing."_s);
    more->setChecked(false);
    QVERIFY(!name->isVisible());
    QVERIFY(!form.hasProblem());
}

void TestFieldForm::itSpeaksAnotherLanguage()
{
    QString word = u"one"_s;
    const auto text = [&word] { return word; };
    FieldForm form;
    form.addHead(text);
    auto *edit = form.add(u"name"_s, new QLineEdit, {.label = text, .hint = text});
    form.check();
    word = u"two"_s;
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&form, &event);
    QCOMPARE(edit->accessibleName(), u"two"_s);
    QCOMPARE(edit->accessibleDescription(), u"two"_s);
    for (const QLabel *label : form.findChildren<QLabel *>())
        QCOMPARE(label->text(), u"two"_s);
}

QTEST_MAIN(TestFieldForm)
#include "test_field_form.moc"
