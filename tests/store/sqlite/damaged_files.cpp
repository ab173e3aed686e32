// SPDX-License-Identifier: GPL-3.0-or-later
// Stores are damaged in every way that a disk, a copy or a person can think of, and salvaged: the damaged files stay as
// they are, the new store is sound, and what stood in sound pages is in it. A control that reads a damaged store by
// plain statements until the first error must bring too little. --rounds asks for more damage than a short run.
#include "page_damage.h"
#include "store/database/connection.h"
#include "store/sqlite/salvage/salvage.h"
#include "store/upkeep/maintenance.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTextStream>
#include <QVariant>

#include <algorithm>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double Wanted = 0.99; ///< of what stood in sound pages

/// What was found in all rounds of one kind of damage.
struct Tally
{
    int rounds = 0, nothingLeft = 0;
    qint64 sound = 0, brought = 0, broughtByControl = 0;
    double worst = 1;
    QStringList failures;
    QMap<QString, qint64> lost; ///< by table
};

double share(qint64 part, qint64 all)
{
    return all == 0 ? 1.0 : double(part) / double(all);
}

QMap<QString, QByteArray> sums(const QString &folder)
{
    QMap<QString, QByteArray> sums;
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        QFile file(QDir(folder).filePath(name));
        QCryptographicHash sum(QCryptographicHash::Sha256);
        if (file.open(QIODevice::ReadOnly) && sum.addData(&file))
            sums.insert(name, sum.result());
    }
    return sums;
}

/// Rows that stood in sound pages, of which so many are in the other store.
qint64 countBrought(const QList<PlacedRow> &sound, QMap<QString, QMap<QString, int>> contents,
                    QMap<QString, qint64> *lost = nullptr)
{
    qint64 brought = 0;
    for (const PlacedRow &row : sound) {
        int &left = contents[row.table][row.content];
        if (left > 0)
            brought += 1;
        else if (lost)
            (*lost)[row.table] += 1;
        left -= 1;
    }
    return brought;
}

/// What a salvage would be that asks the database for its rows, and stops where that fails.
qint64 controlBrings(const StoreImage &image, const QList<PlacedRow> &sound, const QString &folder)
{
    const StoreUrl copy = StoreUrl::ofFile(QDir(folder).filePath(u"control.db"_s));
    QFile::remove(copy.localFile() + u"-shm"_s);
    writeImage(image, copy);
    QMap<QString, QMap<QString, int>> contents;
    try {
        readContents(copy, contents);
    } catch (const StoreError &) {
        // so much came before it
    }
    return countBrought(sound, contents);
}

class Rounds
{
public:
    Rounds(const QString &folder, quint32 seed)
        : m_folder(folder)
        , m_random(seed)
        , m_whole(makeImage(folder, 1, true, false))
        , m_withoutJournal(makeImage(folder, 2, false, false))
        , m_withLog(makeImage(folder, 3, true, true))
        , m_other(makeImage(folder, 40, true, true))
        , m_otherWithoutJournal(makeImage(folder, 50, false, true))
    { }

    void run(Damage damage, Tally &tally)
    {
        const bool isOfLog = damage == Damage::LogFlips || damage == Damage::LogTruncated;
        StoreImage image = isOfLog ? m_withLog : m_random.bounded(2) != 0 ? m_whole : m_withoutJournal;
        const QSet<qint64> touched =
            damageImage(image, damage, m_random.bounded(2) != 0 ? m_other : m_otherWithoutJournal, m_random);
        QList<PlacedRow> sound;
        std::copy_if(image.rows.cbegin(), image.rows.cend(), std::back_inserter(sound),
                     [&touched](const PlacedRow &row) {
                         return std::none_of(row.pages.cbegin(), row.pages.cend(),
                                             [&touched](qint64 page) { return touched.contains(page); });
                     });
        tally.rounds += 1;
        tally.sound += sound.size();
        const qint64 brought = salvage(image, sound, tally);
        tally.brought += brought;
        tally.worst = std::min(tally.worst, share(brought, sound.size()));
        tally.broughtByControl += controlBrings(image, sound, m_folder);
    }

private:
    qint64 salvage(const StoreImage &image, const QList<PlacedRow> &sound, Tally &tally)
    {
        const QTemporaryDir place(QDir(m_folder).filePath(u"round-XXXXXX"_s));
        const QTemporaryDir result(QDir(m_folder).filePath(u"result-XXXXXX"_s));
        const StoreUrl damaged = StoreUrl::ofFile(place.filePath(u"calls.db"_s));
        const StoreUrl output = StoreUrl::ofFile(result.filePath(u"new.db"_s));
        writeImage(image, damaged);
        const auto before = sums(place.path());
        qint64 brought = 0;
        try {
            salvageStore(damaged, output);
            if (QDir(result.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() != 1)
                tally.failures.append(u"files are left beside the new store"_s);
            QMap<QString, QMap<QString, int>> contents;
            readContents(output, contents);
            const VerifyReport report = verifyStore(output);
            if (!report.isClean())
                tally.failures.append(u"verify: "_s + report.differences.constFirst());
            brought = countBrought(sound, contents, &tally.lost);
        } catch (const StoreError &error) {
            tally.nothingLeft += 1;
            if (!sound.isEmpty())
                tally.failures.append(u"refused: "_s + error.text());
        }
        if (sums(place.path()) != before)
            tally.failures.append(u"the damaged files were changed"_s);
        return brought;
    }

    const QString m_folder;
    QRandomGenerator m_random;
    const StoreImage m_whole, m_withoutJournal, m_withLog, m_other, m_otherWithoutJournal;
};

bool print(const QMap<Damage, Tally> &tallies, qint64 elapsedMs)
{
    QTextStream out(stdout);
    Tally all;
    out << "damage              rounds  sound rows  brought   share    worst  control  nothing left  failures\n";
    const auto line = [&out](const QString &name, const Tally &tally) {
        out << u"%1 %2 %3 %4 %5 %6 %7 %8 %9\n"_s.arg(name, -18)
                   .arg(tally.rounds, 7)
                   .arg(tally.sound, 11)
                   .arg(tally.brought, 8)
                   .arg(share(tally.brought, tally.sound), 8, 'f', 5)
                   .arg(tally.worst, 7, 'f', 4)
                   .arg(share(tally.broughtByControl, tally.sound), 8, 'f', 4)
                   .arg(tally.nothingLeft, 13)
                   .arg(tally.failures.size(), 9);
    };
    for (auto tally = tallies.cbegin(); tally != tallies.cend(); ++tally) {
        line(damageName(tally.key()), *tally);
        for (const QString &failure : tally->failures.first(std::min<qsizetype>(tally->failures.size(), 5)))
            out << "  " << failure.left(300) << '\n';
        for (auto lost = tally->lost.cbegin(); lost != tally->lost.cend(); ++lost)
            out << "  not brought of " << lost.key() << ": " << lost.value() << '\n';
        all.rounds += tally->rounds;
        all.nothingLeft += tally->nothingLeft;
        all.sound += tally->sound;
        all.brought += tally->brought;
        all.broughtByControl += tally->broughtByControl;
        all.worst = std::min(all.worst, tally->worst);
        all.failures += tally->failures;
    }
    line(u"all"_s, all);
    out << elapsedMs / 1000 << " s\n";
    const bool isSaved = share(all.brought, all.sound) >= Wanted && all.failures.isEmpty();
    const bool controlFails = share(all.broughtByControl, all.sound) < Wanted;
    if (!controlFails)
        out << "The control brought enough: this damage proves nothing.\n";
    return isSaved && controlFails;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Damages stores and salvages them."_s);
    parser.addHelpOption();
    parser.addOption({u"rounds"_s, u"damaged stores; a short run without it"_s, u"N"_s, u"45"_s});
    parser.addOption({u"seed"_s, u"of the damage"_s, u"S"_s, u"1"_s});
    parser.process(application);
    const QTemporaryDir folder;
    QElapsedTimer timer;
    timer.start();
    Rounds rounds(folder.path(), parser.value(u"seed"_s).toUInt());
    QMap<Damage, Tally> tallies;
    for (int round = 0; round < parser.value(u"rounds"_s).toInt(); ++round) {
        const auto damage = static_cast<Damage>(round % DamageKinds);
        rounds.run(damage, tallies[damage]);
    }
    return print(tallies, timer.elapsed()) ? 0 : 1;
}
