#pragma once

#include "model/news_date.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace variorum::evaluation {

/// Letters and digits in lower case, every other run one space, apostrophes dropped: titles and names are compared so.
[[nodiscard]] QString comparable(const QString &text);

/// The people in a gold's author string, comparable and sorted. Parts at commas, semicolons, bars, slashes, "&" and
/// "and"; a leading "By" goes; a part that is an e-mail address, a web address or a handle is not a person.
[[nodiscard]] QStringList goldAuthors(const QString &text);

/// What was found, in the same form.
[[nodiscard]] QStringList foundAuthors(const QStringList &names);

/// Whether a found date is the gold's day. The gold is a day ("2031-03-14": no zone is named, so the day that the page
/// states and the same moment's day in UTC are both right) or a moment ("2031-03-14T23:30:00.000Z": it must lie on the
/// found day in the zone that the found date names; where it names none, in some zone from UTC-12 to UTC+14).
[[nodiscard]] bool isGoldDay(const std::optional<model::NewsDate> &found, const QString &gold);

} // namespace variorum::evaluation
