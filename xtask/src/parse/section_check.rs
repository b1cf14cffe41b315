//! Compares the sections of a page with the sections that the page names elsewhere, and with AWS's order.

use super::section_kind::SectionKind;
use super::witnesses::{self, Witness, WitnessSort};
use crate::diagnostic::{Code, Diagnostic, Place, Reporter};
use crate::slice::Slice;
use std::collections::BTreeSet;

/// A heading that opens a section, with its kind.
pub(crate) struct OpenedSection<'a> {
    pub(crate) kind: SectionKind,
    pub(crate) heading: Slice<'a>,
}

/// Reports sections that the page names but lacks, and sections or parts of sections in the wrong place.
///
/// If `is_reported` is true, an invalid heading was already reported, which explains why its section is missing.
pub(crate) fn check<'a>(text: &'a str, sections: &[OpenedSection<'a>], is_reported: bool, report: &mut Reporter) {
    let reported: BTreeSet<usize> =
        report.found.iter().filter(|found| found.is_error()).map(Diagnostic::start).collect();
    order(sections, report);
    let (witnesses, contradictions) = witnesses::witnesses(text);
    for span in contradictions {
        let help = "link the topic to the section that it names";
        report.error(Code::WrongSection, "this topic names one section and links to another", span, help);
    }
    let mut missing: Vec<&Witness> = Vec::new();
    for witness in &witnesses {
        let own = sections.iter().find(|section| section.kind == witness.kind);
        let current = sections.iter().rfind(|section| section.heading.span().start < witness.span.end);
        match own {
            None => missing.push(witness),
            // The problem with this line may have been reported already.
            Some(_) if reported.range(witness.span.clone()).next().is_some() => {}
            Some(own) => misplaced(text, witness, own, current, report),
        }
    }
    if !is_reported {
        for kind in SectionKind::ALL {
            let named: Vec<_> = missing.iter().copied().filter(|witness| witness.kind == kind).collect();
            let is_heading = |witness: &Witness| witness.sort == WitnessSort::Heading;
            // If a line was reported because it is not a heading, it explains why the section is missing.
            if !named.iter().any(|named| is_heading(named) && reported.range(named.span.clone()).next().is_some()) {
                lacking(kind, named, report);
            }
        }
    }
    unlisted(sections, &witnesses, report);
}

/// Reports neighboring sections that AWS puts in the reverse order.
fn order(sections: &[OpenedSection<'_>], report: &mut Reporter) {
    for (first, second) in sections.iter().zip(sections.iter().skip(1)) {
        if first.kind > second.kind {
            let (noun, other) = (second.kind.noun(), first.kind.noun());
            let message = format!("the section on {noun} comes after the section on {other}");
            let nouns: Vec<_> = SectionKind::ALL.iter().map(|kind| kind.noun()).collect();
            report.found.push(
                Diagnostic::at(Code::SectionOrder, message, report.file, second.heading.span())
                    .also(Place::Text(report.file, first.heading.span()), "the section before it")
                    .help(format!("use AWS's order: {}", nouns.join(", "))),
            );
        }
    }
}

/// Reports a witness that is not in its section.
fn misplaced(
    text: &str,
    witness: &Witness,
    own: &OpenedSection<'_>,
    current: Option<&OpenedSection<'_>>,
    report: &mut Reporter,
) {
    let noun = witness.kind.noun();
    let sort = witness.sort.noun();
    let is_inside = current.is_some_and(|current| current.kind == witness.kind);
    let (code, message) = match witness.sort {
        WitnessSort::Topic => return,
        WitnessSort::Heading if witness.span.contains(&own.heading.span().start) => return,
        WitnessSort::Heading => {
            (Code::UnknownSection, format!("this repeats the heading of {noun}, but is not a heading"))
        }
        WitnessSort::Anchor if is_inside => {
            let between = text.get(own.heading.span().end..witness.span.start);
            if between.is_some_and(|between| between.trim_matches(['#', ' ', '\t', '\n', '\r']).is_empty()) {
                return;
            }
            (Code::WrongSection, format!("the anchor of the section on {noun} does not follow the heading"))
        }
        WitnessSort::Sentence if is_inside => return,
        WitnessSort::Anchor | WitnessSort::Sentence => {
            let place = current.map_or_else(
                || "before the first section".to_owned(),
                |current| format!("in the section on {}", current.kind.noun()),
            );
            (Code::WrongSection, format!("this {sort} belongs to the section on {noun}, but is {place}"))
        }
    };
    report.found.push(
        Diagnostic::at(code, message, report.file, witness.span.clone())
            .also(Place::Text(report.file, own.heading.span()), format!("the section on {noun}"))
            .help("compare the page with AWS's page; a heading may be missing or in the wrong place"),
    );
}

/// Reports a section that the page names but lacks.
fn lacking(kind: SectionKind, mut named: Vec<&Witness>, report: &mut Reporter) {
    named.sort_by_key(|witness| witness.sort);
    named.dedup_by_key(|witness| witness.sort);
    let Some((first, others)) = named.split_first() else { return };
    let message = format!("the page has no section on {}, but this {} names it", kind.noun(), first.sort.noun());
    let mut error = Diagnostic::at(Code::MissingSection, message, report.file, first.span.clone());
    for other in others {
        error = error
            .also(Place::Text(report.file, other.span.clone()), format!("a {} that also names it", other.sort.noun()));
    }
    let help = format!("write the heading `{}` on a separate line, followed by the anchor", kind.heading());
    report.found.push(error.help(help));
}

/// Warns about a section that is missing from the list of topics, if the page has such a list.
fn unlisted(sections: &[OpenedSection<'_>], witnesses: &[Witness], report: &mut Reporter) {
    let topics = || witnesses.iter().filter(|witness| witness.sort == WitnessSort::Topic);
    if topics().next().is_none() {
        return;
    }
    for section in sections.iter().filter(|section| topics().all(|topic| topic.kind != section.kind)) {
        let message = format!("the page's topics do not name its section on {}", section.kind.noun());
        let help = "AWS's topics list all sections of a page; the section is read anyway";
        report.warning(Code::TopicsDiffer, message, section.heading.span(), help);
    }
}
