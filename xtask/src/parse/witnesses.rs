//! Finds the places where a page names its own sections: anchors, topics, AWS's fixed sentences, and lines with the
//! words of a heading. They are found in the raw lines, so that no comment, code or typo in the Markdown hides them.

use super::section_kind::{self, SectionKind};
use crate::slice::Slice;
use crate::source::Span;
use catalog_core::excerpt::beginning;

/// A place that names a section.
pub(crate) struct Witness {
    pub(crate) kind: SectionKind,
    pub(crate) sort: WitnessSort,
    pub(crate) span: Span,
}

/// The sorts of witnesses. The most helpful one for a message is first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum WitnessSort {
    /// A line with the words of a heading.
    Heading,
    /// An anchor, which is the target of links.
    Anchor,
    /// An item of the list of topics.
    Topic,
    /// A sentence that AWS uses in only one kind of section.
    Sentence,
}

impl WitnessSort {
    /// Returns the noun for a place of this sort.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Heading => "line",
            Self::Anchor => "anchor",
            Self::Topic => "topic",
            Self::Sentence => "sentence",
        }
    }
}

/// The ends of the anchors of sections. The part before them is the page's own name.
const ANCHORS: [(&str, SectionKind); 5] = [
    ("-operations", SectionKind::Operations),
    ("-actions-as-permissions", SectionKind::Actions),
    ("-permission-only-actions", SectionKind::PermissionOnly),
    ("-resources-for-iam-policies", SectionKind::ResourceTypes),
    ("-policy-keys", SectionKind::ConditionKeys),
];

/// The length in bytes of the longest anchor that is recognized.
const ANCHOR_LIMIT: usize = 256;

/// Words of the sentences that introduce a section, in lower case.
const SENTENCES: [(&str, SectionKind); 16] = [
    ("maps api operations to the iam actions they authorize", SectionKind::Operations),
    ("the operations of this service that need more than", SectionKind::Operations),
    ("the actions that each operation authorizes", SectionKind::Operations),
    ("you can specify the following actions in the `action` element", SectionKind::Actions),
    ("these actions can stand in the `action` element", SectionKind::Actions),
    ("these actions can be used in the `action` element", SectionKind::Actions),
    ("are not directly invocable through any api operation", SectionKind::PermissionOnly),
    ("these actions correspond to no api operation", SectionKind::PermissionOnly),
    ("these actions do not correspond to an api operation", SectionKind::PermissionOnly),
    ("the following resource types are defined by", SectionKind::ResourceTypes),
    ("these resource types can stand in the `resource` element", SectionKind::ResourceTypes),
    ("these resource types can be used in the `resource` element", SectionKind::ResourceTypes),
    ("does not support specifying a resource arn in the `resource` element", SectionKind::ResourceTypes),
    ("defines the following condition keys that can be used in the", SectionKind::ConditionKeys),
    ("these condition keys can stand in the `condition` element", SectionKind::ConditionKeys),
    ("these condition keys can be used in the `condition` element", SectionKind::ConditionKeys),
];

/// Returns the witnesses of a page, in order, and the topics whose words and target name different sections.
pub(crate) fn witnesses(text: &str) -> (Vec<Witness>, Vec<Span>) {
    let mut found = Vec::new();
    let mut contradictions = Vec::new();
    for line in Slice::new(text, 0..text.len()).split('\n').flat_map(|line| line.split('\r')) {
        let line = line.trim();
        // Most lines are rows, which do not name sections.
        if line.raw().starts_with('|') {
            continue;
        }
        if let Some((kind, contradicts)) = topic(line) {
            found.push(Witness { kind, sort: WitnessSort::Topic, span: line.span() });
            contradictions.extend(contradicts.then(|| line.span()));
        } else if let Some(kind) = section_kind::read_like_heading(line) {
            found.push(Witness { kind, sort: WitnessSort::Heading, span: line.span() });
        } else if let Some(kind) = sentence(line) {
            found.push(Witness { kind, sort: WitnessSort::Sentence, span: line.span() });
        }
    }
    found.extend(anchors(text));
    found.sort_by_key(|witness| witness.span.start);
    (found, contradictions)
}

/// Returns the section that an item of the list of topics names, and true if its target is a different section.
fn topic(line: Slice<'_>) -> Option<(SectionKind, bool)> {
    let item = line.raw().strip_prefix(['+', '-', '*'])?.trim_start().strip_prefix('[')?;
    let (words, target) = item.split_once("](")?;
    let named = section_kind::begins_like_heading(words.trim());
    let target = target.strip_prefix('#').and_then(|target| target.split_once(')')).map(|(target, _)| target);
    let linked = target.and_then(by_anchor);
    Some((named.or(linked)?, named.is_some() && linked.is_some() && named != linked))
}

/// Returns the section that AWS introduces with a sentence.
fn sentence(line: Slice<'_>) -> Option<SectionKind> {
    if line.raw().starts_with(['-', '+', '[']) {
        return None;
    }
    let prose = line.raw().trim_start_matches(['<', '!', '-', '>', ' ']);
    if prose.len() < 40 || !prose.starts_with(char::is_alphabetic) {
        return None;
    }
    let plain = line.plain().to_ascii_lowercase();
    SENTENCES.iter().find(|(words, _)| plain.contains(words)).map(|(_, kind)| *kind)
}

/// Returns the anchors of sections.
fn anchors(text: &str) -> impl Iterator<Item = Witness> {
    let witness =
        |(name, span): (&str, Span)| Some(Witness { kind: by_anchor(name)?, sort: WitnessSort::Anchor, span });
    anchor_names(text).filter_map(witness)
}

/// Returns the names of all anchors, each with the place of its tag.
pub(super) fn anchor_names(text: &str) -> impl Iterator<Item = (&str, Span)> {
    // Searching for one character is much faster than searching for three.
    let tags =
        text.match_indices('<').filter(|(start, _)| text.get(*start..).is_some_and(|tag| tag.starts_with("<a ")));
    tags.filter_map(|(start, _)| {
        // Anchors are short. Without a limit, many unclosed anchors would take quadratic time.
        let tag = beginning(text.get(start..)?, ANCHOR_LIMIT);
        let tag = tag.get(..=tag.find('>')?)?;
        let name = ["name=", "id="].iter().find_map(|word| Some(tag.split_once(word)?.1))?;
        let name = name.trim_start_matches(['"', '\'']).split(['"', '\'', '>', ' ']).next()?;
        Some((name, start..start + tag.len()))
    })
}

/// Returns the name of the page that is part of a section anchor's name.
pub(super) fn page_of_anchor(name: &str) -> Option<&str> {
    ANCHORS.iter().find_map(|(end, _)| name.strip_suffix(end))
}

fn by_anchor(name: &str) -> Option<SectionKind> {
    ANCHORS.iter().find(|(end, _)| name.ends_with(end)).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::{SectionKind as Kind, WitnessSort as Sort, witnesses};

    fn found(text: &str) -> Vec<(Kind, Sort)> {
        witnesses(text).0.iter().map(|witness| (witness.kind, witness.sort)).collect()
    }

    #[test]
    fn nothing_hides_a_witness() {
        let heading = "Permission-only actions for Example Post";
        for text in [
            format!("<!-- ## {heading} -->"),
            format!("<!--\n## {heading}\n-->"),
            format!("**{heading}**"),
            format!("    ## {heading}"),
            format!("> ### {heading}"),
            heading.to_owned(),
        ] {
            assert_eq!(found(&text), [(Kind::PermissionOnly, Sort::Heading)], "{text}");
        }
        let anchor = "| a | b |<a id='list_post-policy-keys'></a>";
        assert_eq!(found(anchor), [(Kind::ConditionKeys, Sort::Anchor)]);
        let sentence =
            "<!-- Example Post defines the following condition keys that can be used in the `Condition` … -->";
        assert_eq!(found(sentence), [(Kind::ConditionKeys, Sort::Sentence)]);
    }

    #[test]
    fn topics_are_known_by_their_words_and_their_targets() {
        let topic = |text: &str| {
            let (found, contradictions) = witnesses(text);
            (found.first().map(|witness| witness.kind), contradictions.len())
        };
        assert_eq!(topic("+ [Actions defined by Post](#list_post-actions-as-permissions)"), (Some(Kind::Actions), 0));
        assert_eq!(topic("+ [Aktionen](#list_post-actions-as-permissions)"), (Some(Kind::Actions), 0));
        assert_eq!(topic("+ [Actions defined by Post](#list_post-policy-keys)"), (Some(Kind::Actions), 1));
        assert_eq!(topic("+ Learn how to [configure this service](http://example.com/)"), (None, 0));
    }

    #[test]
    fn rows_are_not_witnesses() {
        let rows =
            "| [Actions](u) | Actions defined by |\n- **   Actions  **\n  - **Condition keys:** [a](#list_x-a)\n";
        assert_eq!(found(rows), []);
    }
}
