#include "ui/work/judgement_bar.h"

#include "ui/value_label.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/plain_text.h"
#include "ui/work/join_dialog.h"

#include <QInputDialog>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t kMostValues = 6; // offered in pairs

/// Not modal, plain text; deletes itself.
QInputDialog *makeQuestion(QWidget *parent, const QString &name, const QString &title, const QString &label)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(name);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setInputMode(QInputDialog::TextInput);
    return dialog;
}

} // namespace

JudgementBar::JudgementBar(const Document &document, const Selection &selection, const WorkBook &book, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_selection(selection)
    , m_book(book)
{
    setObjectName(u"judgementBar"_s);
    setAccessibleName(tr("Your judgement"));
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons, 4);
    using enum model::Verdict;
    for (const model::Verdict verdict : {Supported, Refuted, NotEnough}) {
        QToolButton *button = makeButton(u"verdict-"_s + model::nameOf(verdict), verdictLabel(verdict), true);
        connect(button, &QToolButton::clicked, this, [this, verdict] {
            setVerdict(verdict);
            refresh(); // the button shows what is stored
        });
        m_verdicts.emplace_back(verdict, button);
        flow->addWidget(button);
    }
    m_star = makeButton(u"starButton"_s, QString(QChar(0x2606)), true);
    m_star->setToolTip(tr("Star (S)"));
    m_star->setAccessibleName(tr("Star"));
    connect(m_star, &QToolButton::clicked, this, [this] {
        toggleStar();
        refresh();
    });
    flow->addWidget(m_star);
    QToolButton *tag = makeButton(u"tagButton"_s, tr("Tag..."), false);
    connect(tag, &QToolButton::clicked, this, &JudgementBar::askForTag);
    flow->addWidget(tag);
    QToolButton *note = makeButton(u"noteButton"_s, tr("Note..."), false);
    connect(note, &QToolButton::clicked, this, &JudgementBar::askForNote);
    flow->addWidget(note);
    QToolButton *correct = makeButton(u"correctButton"_s, tr("Put right") + u" \u25be"_s, false);
    correct->setPopupMode(QToolButton::InstantPopup);
    makeMenu();
    correct->setMenu(m_menu);
    flow->addWidget(correct);
    m_done = new QWidget(this);
    m_done->setObjectName(u"doneByPerson"_s);
    m_doneLayout = new FlowLayout(m_done, 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(buttons);
    layout->addWidget(m_done);
    connect(&m_book, &WorkBook::changed, this, &JudgementBar::refresh);
}

QToolButton *JudgementBar::makeButton(const QString &name, const QString &text, bool checkable)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setProperty("chip", true);
    button->setText(text);
    button->setCheckable(checkable);
    return button;
}

void JudgementBar::makeMenu()
{
    m_menu = new QMenu(this);
    m_menu->setObjectName(u"correctMenu"_s);
    connect(m_menu, &QMenu::aboutToShow, this, &JudgementBar::fillMenu);
}

void JudgementBar::fillMenu()
{
    m_menu->clear();
    const model::Divergence *selected = divergence();
    m_menu->addAction(tr("Not a &difference"), this, &JudgementBar::dismiss)->setEnabled(selected != nullptr);
    QMenu *same = m_menu->addMenu(tr("Same &value"));
    const size_t count = selected ? std::min(selected->values.size(), kMostValues) : 0;
    for (size_t one = 0; one < count; ++one) {
        for (size_t other = one + 1; other < count; ++other) {
            const auto label = [selected](size_t place) { return oneLine(valueLabel(selected->kind, selected->values[place].value), 60).replace(u'&', "&&"_L1); };
            same->addAction(tr("%1 is %2", "two values").arg(label(one), label(other)), this, [this, one, other] { callSame(one, other); });
        }
    }
    same->setEnabled(count > 1);
    m_menu->addSeparator();
    QAction *split = m_menu->addAction(tr("&Not the same: split the chosen sources off"), this, &JudgementBar::splitOff);
    split->setEnabled(claim() && !splitRequest(*m_document.index(), *claim(), m_chosen).places.empty());
    m_menu->addAction(tr("&Join with another claim..."), this, &JudgementBar::askForJoin)->setEnabled(claim() != nullptr);
}

const model::Claim *JudgementBar::claim() const { return m_selection.claim() && m_document.index() ? m_document.index()->claim(*m_selection.claim()) : nullptr; }

const model::Divergence *JudgementBar::divergence() const
{
    return m_selection.divergence() && m_document.index() ? m_document.index()->divergence(*m_selection.divergence()) : nullptr;
}

void JudgementBar::setChosen(std::vector<base::StatementId> statements) { m_chosen = std::move(statements); }

void JudgementBar::refresh()
{
    const model::Claim *of = claim();
    setEnabled(of != nullptr);
    const library::StoredWork *verdict = of ? m_book.find(of->id, model::WorkKind::Verdict) : nullptr;
    for (const auto &[each, button] : m_verdicts)
        button->setChecked(verdict && verdict->item.value == model::nameOf(each));
    m_star->setChecked(of && m_book.find(of->id, model::WorkKind::Star));
    m_star->setText(QString(QChar(m_star->isChecked() ? 0x2605 : 0x2606)));
    fillDone();
}

void JudgementBar::fillDone()
{
    m_doneLayout->clear();
    const model::Claim *of = claim();
    bool isEmpty = true;
    for (const library::StoredWork *work : of ? m_book.on(of->id) : std::vector<const library::StoredWork *>()) {
        using enum model::WorkKind;
        const auto add = [&](const QString &text, const QString &tip) {
            addDone(*work, text, tip);
            isEmpty = false;
        };
        switch (work->item.kind) {
        case Tag: add(oneLine(work->item.name, 60), tr("Take this tag off")); break;
        case Note: add(tr("Note: %1").arg(oneLine(work->item.value, 200)), tr("Change the note")); break;
        case Join: add(tr("Joined by you"), tr("Take the join back")); break;
        case Split: add(tr("Split by you"), tr("Take the split back")); break;
        case Dismissal: add(tr("Not a difference, by you"), tr("Show this difference again")); break;
        case SameValue: {
            const auto pair = model::pairFromStored(work->item.value);
            add(pair ? tr("By you: %1 is %2").arg(oneLine(pair->first, 60), oneLine(pair->second, 60)) : tr("Same value, by you"), tr("Hold these values apart again"));
            break;
        }
        default: break;
        }
    }
    m_done->setVisible(!isEmpty);
}

void JudgementBar::addDone(const library::StoredWork &work, const QString &text, const QString &tip)
{
    QToolButton *button = makeButton(u"done-"_s + model::nameOf(work.item.kind), text.size() > 48 ? oneLine(text, 48) : text, false);
    button->setParent(m_done);
    button->setToolTip(plainToolTip(tip + u'\n' + text));
    const qint64 id = work.id;
    // Queued: what follows fills these anew.
    connect(
        button, &QToolButton::clicked, this, [this, id, tip] {
            const library::StoredWork *stored = m_book.byId(id);
            if (stored && stored->item.kind == model::WorkKind::Note)
                askForNote();
            else if (stored)
                Q_EMIT requested(removalRequest(*stored, tip));
        },
        Qt::QueuedConnection);
    m_doneLayout->addWidget(button);
    button->show();
}

bool JudgementBar::setVerdict(model::Verdict verdict)
{
    const model::Claim *of = claim();
    if (!of)
        return false;
    const QString name = model::nameOf(verdict);
    const QString label = tr("Verdict: %1").arg(verdictLabel(verdict));
    const library::StoredWork *before = m_book.find(of->id, model::WorkKind::Verdict);
    if (before && before->item.value == name) {
        Q_EMIT requested(removalRequest(*before, tr("Take the verdict back")));
        return false;
    }
    Q_EMIT requested(before ? changeRequest(*before, label, name) : claimRequest(*m_document.index(), *of, model::WorkKind::Verdict, label, {}, name));
    return true;
}

void JudgementBar::toggleStar()
{
    const model::Claim *of = claim();
    if (!of)
        return;
    const library::StoredWork *star = m_book.find(of->id, model::WorkKind::Star);
    Q_EMIT requested(star ? removalRequest(*star, tr("Take the star off")) : claimRequest(*m_document.index(), *of, model::WorkKind::Star, tr("Star"), {}, {}));
}

void JudgementBar::askForTag()
{
    if (!claim())
        return;
    QInputDialog *dialog = makeQuestion(this, u"tagDialog"_s, tr("Tag"), tr("Tag of this claim:"));
    dialog->setComboBoxEditable(true);
    dialog->setComboBoxItems(QStringList{QString()} + m_book.tags());
    connect(dialog, &QInputDialog::textValueSelected, this, &JudgementBar::addTag);
    dialog->open();
}

void JudgementBar::addTag(const QString &written)
{
    const QString name = oneLine(written, 80).trimmed();
    const model::Claim *of = claim();
    if (of && !name.isEmpty())
        Q_EMIT requested(claimRequest(*m_document.index(), *of, model::WorkKind::Tag, tr("Tag \"%1\"").arg(name), name, {}));
}

void JudgementBar::askForNote()
{
    const model::Claim *of = claim();
    if (!of)
        return;
    const library::StoredWork *before = m_book.find(of->id, model::WorkKind::Note);
    QInputDialog *dialog = makeQuestion(this, u"noteDialog"_s, tr("Note"), tr("Note on this claim (empty: none):"));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setTextValue(before ? before->item.value : QString());
    connect(dialog, &QInputDialog::textValueSelected, this, &JudgementBar::setNote);
    dialog->open();
}

void JudgementBar::setNote(const QString &text)
{
    const model::Claim *of = claim();
    if (!of)
        return;
    const library::StoredWork *before = m_book.find(of->id, model::WorkKind::Note);
    if (text.trimmed().isEmpty()) {
        if (before)
            Q_EMIT requested(removalRequest(*before, tr("Delete the note")));
        return;
    }
    Q_EMIT requested(before ? changeRequest(*before, tr("Change the note"), text) : claimRequest(*m_document.index(), *of, model::WorkKind::Note, tr("Note"), {}, text));
}

void JudgementBar::dismiss()
{
    if (const model::Divergence *of = divergence()) {
        const base::DivergenceId id = of->id;
        Q_EMIT requested(dismissalRequest(*m_document.index(), *of));
        Q_EMIT dismissed(id);
    }
}

void JudgementBar::callSame(size_t one, size_t other)
{
    const model::Divergence *of = divergence();
    if (of && one < of->values.size() && other < of->values.size())
        Q_EMIT requested(sameValueRequest(*m_document.index(), *of, one, other));
}

void JudgementBar::splitOff()
{
    const model::Claim *of = claim();
    if (!of)
        return;
    const WorkRequest request = splitRequest(*m_document.index(), *of, m_chosen);
    if (!request.places.empty())
        Q_EMIT requested(request);
}

void JudgementBar::askForJoin()
{
    const model::Claim *of = claim();
    if (!of)
        return;
    auto *dialog = new JoinDialog(*m_document.index(), of->id, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Ids are of the comparison that the list was made from.
    connect(dialog, &QDialog::accepted, this, [this, dialog, index = m_document.index(), one = of->id] {
        const auto other = dialog->chosen();
        if (other && index->claim(one) && index->claim(*other))
            Q_EMIT requested(joinRequest(*index, *index->claim(one), *index->claim(*other)));
    });
    dialog->open();
}

} // namespace variorum::ui
