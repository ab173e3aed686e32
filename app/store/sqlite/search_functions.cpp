// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/search_functions.h"

#include "record/call/number_search.h"

#include <sqlite3.h>

#include <memory>

namespace callboard {

namespace {

QByteArrayView textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return {text, text ? sqlite3_value_bytes(value) : 0};
}

/// What is looked for is the same in all rows of a statement: it is read once.
template <bool (*Finds)(const NumberSearch &, QByteArrayView)>
void find(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *kept = static_cast<const NumberSearch *>(sqlite3_get_auxdata(context, 1));
    std::unique_ptr<NumberSearch> made;
    if (!kept)
        made = std::make_unique<NumberSearch>(QString::fromUtf8(textOf(values[1])));
    sqlite3_result_int(context, Finds(kept ? *kept : *made, textOf(values[0])) ? 1 : 0);
    if (made)
        sqlite3_set_auxdata(context, 1, made.release(),
                            [](void *search) { delete static_cast<NumberSearch *>(search); });
}

bool findsNumber(const NumberSearch &search, QByteArrayView number)
{
    return search.findsNumber(number);
}

bool findsText(const NumberSearch &search, QByteArrayView text)
{
    return search.mayFindIn(QString::fromUtf8(text));
}

} // namespace

void addSearchFunctions(sqlite3 *database)
{
    constexpr int Flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    sqlite3_create_function(database, "number_found", 2, Flags, nullptr, find<findsNumber>, nullptr, nullptr);
    sqlite3_create_function(database, "text_found", 2, Flags, nullptr, find<findsText>, nullptr, nullptr);
}

} // namespace callboard
