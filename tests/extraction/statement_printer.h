#pragma once

#include "model/entity.h"
#include "model/names.h"
#include "model/statement.h"

#include <QStringList>

namespace variorum::support {

/// One line a statement, so that a failing test reads as a difference:
/// "sink(agent=The ferry, time=Monday) reported positive {coastguard} 'The ferry sank on Monday'"
inline QString printed(const model::Statement &statement)
{
    QStringList slots;
    for (const model::Slot &slot : statement.slots)
        slots.append(model::nameOf(slot.role) + u'=' + slot.text);
    QStringList origins;
    for (const model::Origin &origin : statement.origins)
        origins.append(origin.name);
    return statement.predicate + u'(' + slots.join(QStringLiteral(", ")) + QStringLiteral(") ") + model::nameOf(statement.certainty) + u' '
        + model::nameOf(statement.polarity) + QStringLiteral(" {") + origins.join(QStringLiteral(", ")) + QStringLiteral("} '") + statement.text + u'\'';
}

/// "Liv Aune (person; Aune): Liv Aune [Fisheries Minister] | Aune | she*" with * for pronouns and descriptions.
inline QString printed(const model::Entity &entity, const QString &title, const QString &text)
{
    QStringList mentions;
    for (const model::Mention &mention : entity.mentions) {
        const QString &field = mention.place.field == model::TextField::Title ? title : text;
        QString words = field.sliced(mention.place.span.begin, mention.place.span.length());
        if (mention.isPronoun)
            words += u'*';
        if (!mention.role.isEmpty())
            words += QStringLiteral(" [") + mention.role + u']';
        mentions.append(words);
    }
    const QString aliases = entity.aliases.isEmpty() ? QString() : QStringLiteral("; ") + entity.aliases.join(QStringLiteral(", "));
    return entity.name + QStringLiteral(" (") + model::nameOf(entity.kind) + aliases + QStringLiteral("): ") + mentions.join(QStringLiteral(" | "));
}

} // namespace variorum::support
