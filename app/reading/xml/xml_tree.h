#pragma once

#include "base/error.h"

#include <QString>
#include <QStringView>
#include <memory>
#include <optional>
#include <vector>

namespace variorum::reading::xml {

/// An element, or a run of text (empty name). Names are local: prefixes differ between producers, so that the few names
/// that stand in two vocabularies are told apart by `space`.
struct Node {
    QString name;
    QString space; ///< the namespace's address
    QString text; ///< of a run of text
    std::vector<std::pair<QString, QString>> attributes; ///< by local name; "xml:lang" is "lang"
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] bool isText() const { return name.isEmpty(); }
    /// Empty where absent.
    [[nodiscard]] QString attribute(QStringView attributeName) const;
    /// The first child, or the first with that namespace; null where none.
    [[nodiscard]] const Node *child(QStringView childName, QStringView inSpace = {}) const;
    [[nodiscard]] std::vector<const Node *> childrenNamed(QStringView childName) const;
    /// The first descendant on a path of names from here: "itemMeta/pubStatus". Null where none.
    [[nodiscard]] const Node *at(QStringView path) const;
    /// The first element of that name anywhere below, in document order; null where none.
    [[nodiscard]] const Node *anywhere(QStringView elementName) const;
    /// All the text below, white space tidied.
    [[nodiscard]] QString plainText() const;
    /// The text below as it stands, with the markup that was escaped in it ("&lt;p&gt;" is "<p>").
    [[nodiscard]] QString rawText() const;
    /// The content as HTML for readFragment(), without the element itself; NITF's own names become those of HTML.
    [[nodiscard]] QString innerHtml() const;
};

struct Document {
    std::unique_ptr<Node> root; ///< null where nothing could be made of it
    std::optional<base::Error> damage; ///< what was wrong, where only a part was kept
};

/// Parses decoded, clean XML. Entities of HTML are known, others stand as they are written; no file and no address is
/// ever opened; deeper than kDeepest and beyond kMostNodes nothing is kept (TooComplex). Bare ampersands are taken as
/// such; beyond that, what is not well-formed is mended by the parser's guess (Malformed), or kept up to where it
/// ends too early (Truncated).
[[nodiscard]] Document parse(const QString &text);

} // namespace variorum::reading::xml
