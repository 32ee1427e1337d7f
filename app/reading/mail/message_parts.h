#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

typedef struct _GMimeMessage GMimeMessage; // NOLINT(bugprone-reserved-identifier): the library's own name, so that its headers stay out

namespace variorum::reading::mail {

/// A part that is text, decoded from its transfer encoding.
struct Body {
    QByteArray bytes;
    QByteArray charset; ///< as its header has it; may be empty
    QString location; ///< Content-Location; may be empty
    bool isHtml = false;
};

struct Attachment {
    QString name; ///< never empty
    QString mediaType;
    QByteArray bytes;
};

/// What a message consists of. Pictures, signatures and invitations are left out: nobody looks for an article in them.
struct MessageParts {
    std::vector<Body> texts; ///< in order; of a page and what belongs to it only the page
    std::vector<Body> frames; ///< other pages beside it (multipart/related)
    std::vector<Attachment> attachments;
    std::vector<GMimeMessage *> messages; ///< within this one; owned by it
    bool isPage = false; ///< a page and what belongs to it, at the outermost level
    bool isCut = false; ///< there are more parts than are looked at
};

[[nodiscard]] MessageParts partsOf(GMimeMessage *message);

} // namespace variorum::reading::mail
