// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"

#include <QTemporaryDir>

#include <memory>

namespace callboard::test {

/// Where the store of a test lies, empty and alone, in one database system. What is made there goes with it.
class TestPlace
{
public:
    /// In the system that CALLBOARD_TEST_BACKEND names; "sqlite" unless it is set. A further backend is a further row
    /// in the table of the source, and its name in the list `store_backends` of the tests.
    static std::unique_ptr<TestPlace> make();

    TestPlace() = default;
    virtual ~TestPlace() = default;
    Q_DISABLE_COPY_MOVE(TestPlace)
    virtual StoreUrl url() const = 0;
    /// A file in a folder of the place's own.
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

} // namespace callboard::test
