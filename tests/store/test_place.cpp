// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_place.h"

#include <algorithm>

namespace callboard::test {

using namespace Qt::StringLiterals;

namespace {

class SqlitePlace final : public TestPlace
{
public:
    StoreUrl url() const override { return StoreUrl::ofFile(path(u"calls.db"_s)); }
};

struct Backend
{
    QByteArrayView name;
    std::unique_ptr<TestPlace> (*make)();
};

template <class Place>
std::unique_ptr<TestPlace> make()
{
    return std::make_unique<Place>();
}

constexpr Backend Backends[] = {{"sqlite", make<SqlitePlace>}};

} // namespace

std::unique_ptr<TestPlace> TestPlace::make()
{
    const QByteArray name =
        qEnvironmentVariableIsSet("CALLBOARD_TEST_BACKEND") ? qgetenv("CALLBOARD_TEST_BACKEND") : QByteArray("sqlite");
    const auto found = std::find_if(std::begin(Backends), std::end(Backends),
                                    [&name](const Backend &backend) { return backend.name == name; });
    if (found == std::end(Backends))
        qFatal("There is no store for tests in %s.", name.constData());
    return found->make();
}

} // namespace callboard::test
