#include "tests/workspace/invented_folder.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace variorum::tests {

namespace {

/// A word that no other number makes: "Bakolu" ...
QString inventedWord(int number)
{
    static constexpr std::array<const char *, 20> kSyllables{"ba", "ko", "lu", "me", "ti", "ra", "no", "su", "ve", "di", "fa", "go", "hi", "ju", "pe", "qua", "wo", "ya", "zi", "tro"};
    QString word;
    for (int left = number + 400; left > 0; left /= 20)
        word += QLatin1String(kSyllables.at(static_cast<size_t>(left % 20)));
    word[0] = word.at(0).toUpper();
    return word;
}

} // namespace

bool InventedFolder::write(const QString &name, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(file(name)).path());
    QFile target(file(name));
    return target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size();
}

bool InventedFolder::writeFerry(const QString &name, const QString &outlet, int dead, const QDate &published) const
{
    const QString date = published.isValid() ? QStringLiteral("<meta property=\"article:published_time\" content=\"%1\">").arg(published.toString(Qt::ISODate)) : QString();
    const QString page = QStringLiteral("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Ferry Corvina runs aground off Halmstrand</title>"
                                        "<meta property=\"og:site_name\" content=\"%1\">%2</head><body><article><h1>Ferry Corvina runs aground off Halmstrand</h1>"
                                        "<p>At least %3 people died on Sunday when the ferry Corvina ran aground off the port of Halmstrand, the coast guard said.</p>"
                                        "<p>The vessel carried 212 passengers and struck a reef in thick fog, according to harbour master Ilse Varn.</p>"
                                        "<p>Divers searched the hull until nightfall, and the owner, Nordvik Lines, said that it would help the families.</p>"
                                        "</article></body></html>")
                             .arg(outlet, date)
                             .arg(dead);
    return write(name, page.toUtf8());
}

bool InventedFolder::writeMany(int count) const
{
    for (int number = 0; number < count; ++number) {
        const QString town = inventedWord(3 * number);
        const QString person = inventedWord(3 * number + 1);
        const QString thing = inventedWord(3 * number + 2).toLower();
        const QString text = QStringLiteral("%1 opens its %3 hall\n\nThe town of %1 opened a %3 hall on Monday, the mayor, Anna %2, said. It cost %4 crowns and has %5 seats.\n\n%2 thanked the workers of %1 for the %3.\n")
                                 .arg(town, person, thing)
                                 .arg(number + 1000)
                                 .arg(number % 97 + 20);
        if (!write(QStringLiteral("%1.txt").arg(number, 5, 10, QLatin1Char('0')), text.toUtf8()))
            return false;
    }
    return true;
}

} // namespace variorum::tests
