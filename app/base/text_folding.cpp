#include "base/text_folding.h"

namespace variorum::base {

QString withoutMarks(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (const QChar character : text.toString().normalized(QString::NormalizationForm_KD)) {
        if (!character.isMark())
            folded.append(character.toLower());
    }
    return folded;
}

QString plainForm(QStringView text)
{
    QString plain = withoutMarks(text);
    for (QChar &character : plain) {
        switch (character.unicode()) {
        case 0x2018:
        case 0x2019:
        case 0x02BC: character = u'\''; break;
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013: character = u'-'; break;
        default:
            if (character.isSpace())
                character = u' ';
        }
    }
    return plain.simplified();
}

QString lettersAndDigits(QStringView text)
{
    QString kept = withoutMarks(text);
    kept.removeIf([](QChar character) { return !character.isLetterOrNumber(); });
    return kept;
}

} // namespace variorum::base
