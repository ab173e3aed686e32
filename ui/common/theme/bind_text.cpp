// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme/bind_text.h"

#include "ui/common/theme/plain_text.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace callboard {

namespace {

/// The updates of one context, in the order in which they were bound.
class LanguageBinding : public QObject
{
public:
    explicit LanguageBinding(QObject *context)
        : QObject(context)
    {
        context->installEventFilter(this); // a widget sends the event to all its children, also to actions
    }

    void add(const std::function<void()> &update) { m_updates.append(update); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange) {
            for (const std::function<void()> &update : std::as_const(m_updates))
                update();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QList<std::function<void()>> m_updates;
};

LanguageBinding *bindingOf(QObject *context)
{
    for (QObject *child : context->children()) {
        if (auto *binding = dynamic_cast<LanguageBinding *>(child))
            return binding;
    }
    return new LanguageBinding(context);
}

} // namespace

void bindLanguage(QObject *context, const std::function<void()> &update)
{
    onLanguageChange(context, update);
    update();
}

void onLanguageChange(QObject *context, const std::function<void()> &update)
{
    bindingOf(context)->add(update);
}

void bindText(QLabel *label, const TextFunction &text)
{
    bindLanguage(label, [label, text] { label->setText(text()); });
}

void bindText(QAbstractButton *button, const TextFunction &text)
{
    bindLanguage(button, [button, text] { button->setText(text()); });
}

void bindText(QAction *action, const TextFunction &text)
{
    bindLanguage(action, [action, text] { action->setText(text()); });
}

void bindPlaceholder(QLineEdit *edit, const TextFunction &text)
{
    bindLanguage(edit, [edit, text] { edit->setPlaceholderText(text()); });
}

void bindPlaceholder(QPlainTextEdit *edit, const TextFunction &text)
{
    bindLanguage(edit, [edit, text] { edit->setPlaceholderText(text()); });
}

void bindTip(QWidget *widget, const TextFunction &text)
{
    bindLanguage(widget, [widget, text] { setTip(widget, text()); });
}

void bindName(QWidget *widget, const TextFunction &text)
{
    bindLanguage(widget, [widget, text] { widget->setAccessibleName(text()); });
}

void bindTitle(QWidget *window, const TextFunction &text)
{
    bindLanguage(window, [window, text] { setTitle(window, text()); });
}

void bindItems(QComboBox *box, const std::function<QStringList()> &texts)
{
    bindLanguage(box, [box, texts] {
        const QSignalBlocker quiet(box);
        const QStringList words = texts();
        for (int i = 0; i < words.size(); ++i) {
            if (i < box->count())
                box->setItemText(i, words.at(i));
            else
                box->addItem(words.at(i));
        }
    });
}

} // namespace callboard
