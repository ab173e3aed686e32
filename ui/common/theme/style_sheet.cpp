// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme/style_sheet.h"

#include "ui/common/theme/theme.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

// @name is replaced by the ink of that name.
constexpr auto Panels = R"(
QWidget[styleClass="panel"] { background: @panel; border: 1px solid @edge; border-radius: 6px; }
QWidget[styleClass="banner"] { background: @hover; border: 1px solid @edge; border-radius: 6px; }
QFrame[styleClass="loud"] { background: @panel; border: 2px solid @bad; border-radius: 6px; }
QFrame[styleClass="loud"] QLabel { font-weight: bold; }
QFrame#alertBanner[styleClass="alarm"] { background: @bad; border: none; }
QFrame#alertBanner[styleClass="caution"] { background: @warning; border: none; }
QFrame#alertBanner QLabel { color: @accentText; }
QLabel { background: transparent; border: none; }
QLabel[styleClass="title"] { font-size: 13px; font-weight: bold; color: @text; }
QLabel[styleClass="heading"] { font-size: 24px; color: @text; }
QLabel[styleClass="caption"] { font-size: 11px; color: @muted; }
QLabel[styleClass="good"] { color: @good; }
QLabel[styleClass="warning"] { color: @warning; }
QLabel[styleClass="demo"] { font-size: 11px; color: @accent; border: 1px solid @accent; border-radius: 4px; padding: 1px 6px; }
QLabel[styleClass="bad"] { color: @bad; }
QToolTip { background: @panel; color: @text; border: 1px solid @edge; padding: 4px; }
QFrame[styleClass="line"] { background: @edge; border: none; }
)"_L1;

constexpr auto Buttons = R"(
QPushButton { background: @panel; border: 1px solid @edge; border-radius: 4px; padding: 4px 12px; min-height: 20px; }
QPushButton:hover { background: @hover; }
QPushButton:focus, QToolButton:focus { border: 1px solid @accent; }
QPushButton:pressed, QPushButton:checked { background: @hover; border-color: @accent; }
QPushButton:disabled { color: @muted; background: @window; }
QPushButton[styleClass="primary"] { background: @accent; color: @accentText; border-color: @accent; }
QPushButton[styleClass="primary"]:disabled { background: @hover; color: @muted; border-color: @edge; }
QPushButton[styleClass="primary"]:hover { background: @accent; border-color: @text; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 4px 8px; }
QToolButton:hover { background: @hover; }
QToolButton:pressed { background: @edge; }
QToolButton:checked { background: @hover; }
QToolButton::menu-indicator { image: none; }
QToolButton[styleClass="boxed"] { background: @panel; border: 1px solid @edge; min-height: 20px; }
QToolButton[styleClass="boxed"]:hover { background: @hover; }
QToolButton[styleClass="boxed"]:focus { border-color: @accent; }
QToolButton[styleClass="segment"] { color: @muted; padding: 4px 10px; border-radius: 4px; min-height: 20px; }
QToolButton[styleClass="segment"]:checked { background: @hover; color: @accent; border-color: @edge; font-weight: bold; }
QToolButton[styleClass="ownSegment"] { padding: 4px 10px; border-radius: 4px; min-height: 20px; }
QToolButton[styleClass="ownSegment"]:checked { background: @panel; color: @accent; border: 1px dashed @accent; font-weight: bold; }
QToolButton[styleClass="ownBoxed"] { background: @panel; color: @accent; border: 1px dashed @accent; min-height: 20px; }
QToolButton[styleClass="rail"] { color: @muted; padding: 4px 0px; border-radius: 6px; font-size: 11px; }
QToolButton[styleClass="rail"]:checked { color: @accent; background: @hover; }
QToolButton[styleClass="rail"]:focus { border-color: @accent; }
QToolButton[styleClass="status"] { font-size: 11px; color: @accent; padding: 0px 8px; }
)"_L1;

constexpr auto Inputs = R"(
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateTimeEdit, QPlainTextEdit, QTextEdit {
  background: @panel; border: 1px solid @edge; border-radius: 4px; padding: 4px 8px; min-height: 20px;
  selection-background-color: @accent; selection-color: @accentText; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateTimeEdit:focus, QPlainTextEdit:focus { border-color: @accent; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; background: transparent; width: 20px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow, QSpinBox::down-arrow, QDoubleSpinBox::down-arrow, QTimeEdit::down-arrow { image: url(:/icons/down-@kind.svg);
  width: 12px; height: 12px; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow, QTimeEdit::up-arrow { image: url(:/icons/up-@kind.svg); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button,
QTimeEdit::up-button, QTimeEdit::down-button { border: none; background: transparent; width: 16px; }
QProgressBar { background: @hover; border: none; border-radius: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QTableView::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px;
  background: @panel; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check-@kind.svg); }
QListView::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px; background: @panel; }
QListView::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check-@kind.svg); }
QListView::indicator:disabled { border-color: @edge; }
QMenu QCheckBox { padding: 4px 24px 4px 8px; }
QMenu { background: @panel; border: 1px solid @edge; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 24px; border-radius: 4px; }
QMenu::item:selected { background: @hover; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @edge; margin: 4px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)"_L1;

constexpr auto Tables = R"(
QAbstractItemView { background: @panel; border: none; outline: 0; selection-background-color: @hover;
  selection-color: @text; alternate-background-color: @panel; }
QTableView::item, QTreeView::item, QListView::item { padding: 0 8px; border: none; }
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover { background: @hover; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @hover; color: @text; }
QListWidget#settingsSections { border: 1px solid @edge; border-radius: 6px; padding: 2px; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @muted; border: none; border-bottom: 1px solid @edge; padding: 2px 11px;
  font-size: 11px; }
#campaignTable QHeaderView::section { padding: 2px 8px; }
QHeaderView::section:hover { color: @text; }
#campaignTable QHeaderView::up-arrow, #campaignTable QHeaderView::down-arrow, #callTable QHeaderView::up-arrow, #callTable QHeaderView::down-arrow { subcontrol-origin: padding; subcontrol-position: top center;
  width: 10px; height: 10px; }
#campaignTable QHeaderView::down-arrow, #callTable QHeaderView::down-arrow { image: url(:/icons/down-@kind.svg); }
#campaignTable QHeaderView::up-arrow, #callTable QHeaderView::up-arrow { image: url(:/icons/up-@kind.svg); }
QTableCornerButton::section { background: @panel; border: none; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @edge; }
QTabWidget::pane { border: none; border-top: 1px solid @edge; }
QTabBar::tab { background: transparent; color: @muted; padding: 4px 12px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accent; }
)"_L1;

struct Name
{
    QLatin1StringView name;
    ColorRole ink;
};

// Longer names first: @accentText before @accent.
constexpr Name Names[] = {
    {"@accentText"_L1, ColorRole::AccentText}, {"@accent"_L1, ColorRole::Accent},  {"@window"_L1, ColorRole::Window},
    {"@panel"_L1, ColorRole::Panel},           {"@edge"_L1, ColorRole::PanelEdge}, {"@text"_L1, ColorRole::Text},
    {"@muted"_L1, ColorRole::MutedText},       {"@hover"_L1, ColorRole::Hover},    {"@good"_L1, ColorRole::Good},
    {"@warning"_L1, ColorRole::Warning},       {"@bad"_L1, ColorRole::Bad}};

} // namespace

QString styleSheet(const Theme &theme)
{
    QString sheet = Panels + QString(Buttons) + Inputs + Tables;
    sheet.replace("@kind"_L1, theme.kind() == ThemeKind::Dark ? "dark"_L1 : "light"_L1);
    for (const Name &entry : Names)
        sheet.replace(entry.name, theme.ink(entry.ink).name());
    return sheet;
}

} // namespace callboard
