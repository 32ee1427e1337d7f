#include "ui/articles/encoding_dialog.h"

#include "ui/widgets/plain_text.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Choice {
    const char *script; ///< what is written with it; to be translated
    const char *charset; ///< IANA
};

// By how often saved articles are in them, within a script.
constexpr std::array kChoices{
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Any language"), "UTF-8"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Any language"), "UTF-16LE"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Any language"), "UTF-16BE"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Western European"), "windows-1252"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Western European"), "ISO-8859-15"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Western European"), "macintosh"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Central European"), "windows-1250"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Central European"), "ISO-8859-2"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Cyrillic"), "windows-1251"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Cyrillic"), "KOI8-R"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Cyrillic"), "KOI8-U"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Cyrillic"), "ISO-8859-5"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Cyrillic"), "IBM866"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Greek"), "windows-1253"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Greek"), "ISO-8859-7"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Turkish"), "windows-1254"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Baltic"), "windows-1257"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Baltic"), "ISO-8859-13"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Hebrew"), "windows-1255"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Hebrew"), "ISO-8859-8"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Arabic"), "windows-1256"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Arabic"), "ISO-8859-6"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Thai"), "windows-874"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Vietnamese"), "windows-1258"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Chinese, simplified"), "GB18030"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Chinese, traditional"), "Big5"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Japanese"), "Shift_JIS"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Japanese"), "EUC-JP"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Japanese"), "ISO-2022-JP"},
    Choice{QT_TRANSLATE_NOOP("EncodingDialog", "Korean"), "EUC-KR"},
};

} // namespace

EncodingDialog::EncodingDialog(const model::Article &article, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"encodingDialog"_s);
    setWindowTitle(tr("Encoding"));
    setMinimumSize(420, 460);
    auto *filter = new QLineEdit(this);
    filter->setObjectName(u"encodingFilter"_s);
    filter->setPlaceholderText(tr("Filter encodings"));
    filter->setAccessibleName(filter->placeholderText());
    filter->setClearButtonEnabled(true);
    m_list = new QListWidget(this);
    m_list->setObjectName(u"encodingList"_s);
    m_list->setAccessibleName(tr("Encodings"));
    const QString now = article.charset.value_or(QString());
    new QListWidgetItem(now.isEmpty() ? tr("As the file itself tells") : tr("As the file itself tells (read as %1)").arg(now), m_list);
    for (const Choice &choice : kChoices) {
        const QString charset = QString::fromLatin1(choice.charset);
        auto *item = new QListWidgetItem(tr("%1: %2", "script, encoding").arg(tr(choice.script), charset), m_list);
        item->setData(Qt::UserRole, charset);
        if (charset.compare(now, Qt::CaseInsensitive) == 0)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    QLabel *note = plainLabel(tr("The file is read again, with everything in it, and your choice is kept. The file itself is never changed."), this, true);
    note->setObjectName(u"muted"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Read again"));
    for (QAbstractButton *button : buttons->buttons())
        button->setIcon({}); // as in the other dialogs
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(plainLabel(oneLine(article.path), this, true));
    layout->addWidget(filter);
    layout->addWidget(m_list, 1);
    layout->addWidget(note);
    layout->addWidget(buttons);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
    });
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_list->setFocus();
}

QString EncodingDialog::charset() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item && !item->isHidden() ? item->data(Qt::UserRole).toString() : QString();
}

} // namespace variorum::ui
