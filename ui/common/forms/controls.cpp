// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/forms/controls.h"

#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFrame>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Controls)
};

} // namespace

QPushButton *makeButton(const QString &name, const TextFunction &text, const TextFunction &accessibleName)
{
    auto *button = makeNamed<QPushButton>(name);
    bindText(button, text);
    if (accessibleName)
        bindName(button, accessibleName);
    return button;
}

QLabel *makeLabel(const QString &styleClass, const TextFunction &text)
{
    auto *label = new PlainLabel;
    setStyleClass(label, styleClass);
    if (text)
        bindText(label, text);
    return label;
}

QLabel *makeTitle(const TextFunction &text)
{
    return makeLabel(u"title"_s, text);
}

QLabel *makeCaption(const QString &name, const TextFunction &text)
{
    QLabel *label = makeLabel(u"caption"_s, text);
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

QLabel *makeStatus(const QString &name)
{
    auto *label = makeNamed<PlainLabel>(name);
    label->setWordWrap(true);
    return label;
}

QDialogButtonBox *makeDialogButtons(const QString &saveName)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    QPushButton *save = buttons->button(QDialogButtonBox::Save);
    save->setObjectName(saveName);
    save->setProperty("styleClass", u"primary"_s);
    bindText(save, [] { return Texts::tr("Save"); });
    bindText(buttons->button(QDialogButtonBox::Cancel), [] { return Texts::tr("Cancel"); });
    return buttons;
}

QHBoxLayout *makeRow(std::initializer_list<QWidget *> controls, int stretched)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Unit);
    for (QWidget *control : controls)
        row->addWidget(control, row->count() == stretched ? 1 : 0);
    return row;
}

QFrame *makePanel(QHBoxLayout *head, std::initializer_list<QWidget *> below)
{
    auto *panel = new QFrame;
    panel->setProperty("styleClass", u"panel"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->addLayout(head);
    for (QWidget *each : below)
        layout->addWidget(each, each == *(below.end() - 1) ? 1 : 0);
    return panel;
}

QSplitter *makeSplitter(Qt::Orientation orientation, std::initializer_list<QWidget *> parts, const QList<int> &sizes)
{
    auto *splitter = new QSplitter(orientation);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(2 * Theme::Unit);
    for (QWidget *part : parts)
        splitter->addWidget(part);
    splitter->setSizes(sizes);
    return splitter;
}

} // namespace callboard
