// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"

#include <stdexcept>
#include <utility>

namespace callboard {

/// Something went wrong with a store. Never leaves a worker thread: its problem becomes part of a signal or a result
/// there.
class StoreError : public std::runtime_error
{
public:
    explicit StoreError(StoreProblem problem);
    explicit StoreError(StoreErrorCode code, QList<StoreArgument> arguments = {})
        : StoreError(StoreProblem{code, std::move(arguments)})
    { }

    const StoreProblem &problem() const { return m_problem; }
    StoreErrorCode code() const { return m_problem.code; }
    StoreErrorKind kind() const { return m_problem.kind(); }
    /// In English, for logs and for programs of the terminal; what() has the same.
    QString text() const;
    /// In the language of the reader, see storeProblemText().
    QString readerText() const;

private:
    StoreProblem m_problem;
};

/// A query was cancelled by its owner.
class QueryCancelled : public StoreError
{
public:
    QueryCancelled()
        : StoreError(StoreErrorCode::Cancelled)
    { }
};

/// A reader was ended because the store's log grew while it looked at one state of the store, see LogWatch.
class ReadTooLong : public StoreError
{
public:
    ReadTooLong()
        : StoreError(StoreErrorCode::ReadTooLong)
    { }
};

} // namespace callboard
