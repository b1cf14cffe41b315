//! Splits an item of the list form into its fields: `**Label:** value`, separated by ` / `.

use super::blocks::{Cell, Inline};
use super::section_kind::SectionKind;
use crate::diagnostic::{Code, Reporter};
use crate::slice::Slice;
use crate::source::Span;
use crate::suggest;

/// The label of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Description,
    ResourceTypes,
    ConditionKeys,
    DependentActions,
    AccessLevel,
    SdkClient,
    IamAction,
    ConditionKey,
    Values,
}

/// The labels of actions.
const ACTION: [(&str, Label); 5] = [
    ("Description", Label::Description),
    ("Resource types (*required)", Label::ResourceTypes),
    ("Condition keys", Label::ConditionKeys),
    ("Dependent actions", Label::DependentActions),
    ("Access level", Label::AccessLevel),
];

/// The labels of API operations.
const OPERATION: [(&str, Label); 5] = [
    ("SDK client", Label::SdkClient),
    ("IAM action", Label::IamAction),
    ("Condition key", Label::ConditionKey),
    ("Possible value(s)", Label::Values),
    ("Access level", Label::AccessLevel),
];

/// Returns the labels of a section's items.
fn known(kind: SectionKind) -> &'static [(&'static str, Label)] {
    match kind {
        SectionKind::Operations => &OPERATION,
        SectionKind::Actions | SectionKind::PermissionOnly => &ACTION,
        SectionKind::ResourceTypes | SectionKind::ConditionKeys => &[],
    }
}

/// Returns the words of a label on the page.
pub(crate) fn words(kind: SectionKind, label: Label) -> &'static str {
    known(kind).iter().find(|(_, known)| *known == label).map_or("", |(words, _)| words)
}

/// Returns true if a slice begins with a label of any section.
pub(crate) fn begins_with_label(text: Slice<'_>) -> bool {
    marks(text).next().is_some_and(|(at, label)| {
        at == 0 && ACTION.iter().chain(&OPERATION).any(|(words, _)| words.eq_ignore_ascii_case(&label.plain()))
    })
}

/// A field of an item.
pub(crate) struct Field<'r, 'a> {
    pub(crate) label: Label,
    /// The place of the label.
    pub(crate) place: Span,
    pub(crate) value: Inline<'r, 'a>,
}

/// Returns the fields of an item, or `None` after an error.
///
/// ` / ` also occurs in prose, so it begins a field only if a label follows. An unknown label is an error and not
/// prose.
pub(crate) fn fields<'r, 'a>(
    kind: SectionKind,
    item: &'r Cell<'a>,
    report: &mut Reporter,
) -> Option<Vec<Field<'r, 'a>>> {
    let mut fields: Vec<Field<'r, 'a>> = Vec::with_capacity(4);
    let mut complete = true;
    let mut rest = item.text;
    let mut links = item.links.as_slice();
    let close = |fields: &mut Vec<Field<'r, 'a>>, links: &mut &'r [_], text: Slice<'a>| {
        let text = text.trim();
        // Every field except the last ends with a separator.
        if let Some(field) = fields.last_mut() {
            let end = text.span().end;
            let inside = links.partition_point(|link: &super::blocks::Link<'_>| link.whole.span().end <= end);
            let (these, others) = links.split_at_checked(inside).unwrap_or((links, &[]));
            *links = others;
            field.value = Inline { text, links: these };
        }
    };
    let start = item.text.span().start;
    let mut from = 0;
    for (at, label) in marks(item.text) {
        let plain = label.plain();
        let found = known(kind).iter().find(|(words, _)| words.eq_ignore_ascii_case(&plain));
        let Some(&(_, found)) = found else {
            complete = false;
            let message = format!("unknown label `{plain}` in the list of {}", kind.noun());
            let help = suggest::hint(&plain, known(kind).iter().map(|(words, _)| *words));
            report.error(Code::UnknownLabel, message, label.span(), help);
            continue;
        };
        let before = Slice::split_at(item.text, at).0.split_at(from).1;
        close(&mut fields, &mut links, without_separator(before));
        if fields.is_empty() && at > 0 {
            break;
        }
        from = label.span().end - start + ":**".len();
        rest = item.text.split_at(from).1;
        fields.push(Field { label: found, place: label.span(), value: Inline { text: rest, links: &[] } });
    }
    if fields.is_empty() {
        if complete {
            let labels: Vec<_> = known(kind).iter().map(|(words, _)| *words).collect();
            let help = format!("begin the item with a label: `**{}:**`", labels.join(":**`, `**"));
            report.error(Code::LeftoverText, "unexpected text without a label", item.text.span(), help);
        }
        return None;
    }
    close(&mut fields, &mut links, rest);
    complete.then_some(fields)
}

/// Finds each `**label:**` at the beginning of a slice or after ` / `. Returns its position and the label.
fn marks(text: Slice<'_>) -> impl Iterator<Item = (usize, Slice<'_>)> {
    let raw = text.raw();
    let mut next = 0;
    std::iter::from_fn(move || {
        loop {
            let at = stars(raw, next)?;
            let inner = at + STARS.len();
            next = inner;
            let front = raw.get(..at)?;
            let is_start = front.is_empty()
                || front.trim_end().strip_suffix('/').is_some_and(|before| before.ends_with(char::is_whitespace));
            if !is_start {
                continue;
            }
            let end = stars(raw, inner)?;
            let label = raw.get(inner..end)?;
            if label.len() > 1 && label.ends_with(':') && !label.contains('\n') {
                return Some((at, text.split_at(inner).1.split_at(label.len() - 1).0));
            }
        }
    })
}

/// The marker before and after a label.
const STARS: &str = "**";

/// Returns the position of the first [`STARS`] from byte `from` on. Searching for one character is much faster than for
/// two.
fn stars(raw: &str, mut from: usize) -> Option<usize> {
    loop {
        let at = from + raw.get(from..)?.find('*')?;
        if raw.get(at..)?.starts_with(STARS) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// Returns a value without the ` / ` after it.
fn without_separator(value: Slice<'_>) -> Slice<'_> {
    let value = value.trim();
    value.split_at(value.raw().len() - usize::from(value.raw().ends_with('/'))).0.trim()
}
