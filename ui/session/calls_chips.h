// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/view_state.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace callboard {

class Format;
struct FilterWordsContext;

/// The parts of a filter that a figure set and that no control of the page shows: one chip each, removable.
///
/// A range or campaigns set here take the place of those chosen in the frame.
class CallsChips : public QWidget
{
    Q_OBJECT
public:
    struct Parts
    {
        CallFilter filter; ///< without the parts that controls show
        std::optional<TimeRange> range;
        std::optional<QStringList> taskIds;
        bool isEmpty() const;
        /// Puts the parts into a filter that holds the frame's range and campaigns and the controls.
        void applyTo(CallFilter &filter) const;
    };

    CallsChips(const Format &format, std::function<QString(const QString &)> taskName, QWidget *parent = nullptr);
    const Parts &parts() const { return m_parts; }
    void setParts(const Parts &parts);
    /// Who chooses in the frame means it: what a figure had set in its place goes. Without partsChanged().
    void takeChoice(ViewState::Choice choice);
    ViewScope scope() const { return {m_parts.range, m_parts.taskIds}; }
    /// Customer columns whose values are covered wholly.
    void setPersonalColumns(const QStringList &columns);

Q_SIGNALS:
    void partsChanged(); ///< a chip was removed

private:
    using Remover = std::function<void(Parts &)>;
    void rebuild();
    void addChip(const QString &name, const QString &text, Remover remove);
    void addRangeChips();
    void addFilterChips();
    FilterWordsContext wordsContext() const;

    const Format &m_format;
    std::function<QString(const QString &)> m_taskName;
    Parts m_parts;
    QStringList m_personalColumns;
};

} // namespace callboard
