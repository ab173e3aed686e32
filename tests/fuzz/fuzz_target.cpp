// SPDX-License-Identifier: GPL-3.0-or-later
// The open-ended fuzzer of one target: run it for as long as you like, with a corpus directory as its argument. With
// CALLBOARD_FUZZ_SEEDS=DIRECTORY it only writes its first inputs there, to begin with.
#include "fuzz_targets.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <cstdlib>

namespace {

const callboard::FuzzTarget &target()
{
    static const callboard::FuzzTarget known = callboard::CALLBOARD_FUZZ_TARGET();
    return known;
}

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        std::fprintf(stderr, "%s can't be written.\n", qPrintable(name));
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    const QString folder = qEnvironmentVariable("CALLBOARD_FUZZ_SEEDS");
    if (folder.isEmpty())
        return 0;
    QDir().mkpath(folder);
    const QList<QByteArray> seeds = target().seeds() + target().words;
    for (qsizetype i = 0; i < seeds.size(); ++i)
        write(QDir(folder).filePath(QStringLiteral("seed-%1").arg(i)), seeds[i]);
    std::exit(EXIT_SUCCESS);
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const char *broken = target().broken(input)) {
        std::fprintf(stderr, "%s: %s\n", target().name, broken);
        std::abort();
    }
    return 0;
}
