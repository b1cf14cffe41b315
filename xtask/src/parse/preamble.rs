//! Parses the preamble of a page: the title, and the sentence that states the service's name and prefix.

use super::blocks::{Block, List};
use super::unparsed;
use crate::diagnostic::{Code, Diagnostic, Place, Reporter};
use crate::slice::Slice;
use crate::source::Span;
use catalog_core::NameForm;
use pulldown_cmark::HeadingLevel;
use std::iter::Peekable;

/// The beginning of every title. Its case has changed over the years.
const TITLE: &str = "actions, resources, and condition keys for ";

/// The beginning of a title of 2017. Those pages have no tables.
const TITLE_2017: &str = "actions and condition context keys for ";

/// The words before the prefix. On some pages, the parenthesis has a backslash before it.
const PREFIX: &str = "(service prefix: `";

/// The line before and after the front matter that a mirror adds to a page.
const FRONT_MATTER: &str = "---";

/// The title of a page, and the service that it names.
pub(crate) struct Preamble<'a> {
    /// The service's name in the title, if the title is valid.
    pub(crate) title: Option<Slice<'a>>,
    /// The service's name and prefix, if the page states them correctly.
    pub(crate) service: Option<(Slice<'a>, Slice<'a>)>,
}

/// Returns the byte at which the page begins, after the front matter that a mirror may have added. Returns `None` if
/// the front matter has no end.
pub(crate) fn after_front_matter(text: &str, report: &mut Reporter) -> Option<usize> {
    let mut lines = text.split_inclusive('\n');
    let is_fence = |line: &str| line.trim_end() == FRONT_MATTER;
    let Some(first) = lines.next().filter(|line| is_fence(line)) else { return Some(0) };
    let mut end = first.len();
    for line in lines {
        end += line.len();
        if is_fence(line) {
            return Some(end);
        }
    }
    let help = "close it with a second line `---`, or remove it";
    report.error(Code::UnclosedFrontMatter, "unclosed front matter", 0..FRONT_MATTER.len(), help);
    None
}

/// Parses everything before the first section. Returns `None` if the layout of the page is not supported.
pub(crate) fn preamble<'a>(
    text: &'a str,
    blocks: &mut Peekable<impl Iterator<Item = Block<'a>>>,
    report: &mut Reporter,
) -> Option<Preamble<'a>> {
    let mut title = None;
    let mut service = None;
    while let Some(block) =
        blocks.next_if(|block| !matches!(block, Block::Heading(level, _) if *level > HeadingLevel::H1))
    {
        match block {
            Block::Heading(_, heading) if title.is_none() => title = Some(heading),
            Block::Heading(_, heading) => {
                let help = "write only one title; the headings of sections begin with `##`";
                report.error(Code::UnknownSection, "repeated title", heading.span(), help);
            }
            Block::Paragraph(paragraph) => match sentence(paragraph).filter(|_| service.is_none()) {
                Some(found) => service = Some(found),
                None => drop(unparsed::report(paragraph, report)),
            },
            Block::Table(table) => {
                let help = "move the table below the heading of its section";
                report.error(Code::MisplacedTable, "found a table before the first section", table.header.span(), help);
            }
            Block::StrayTable(span) => stray_table(span, report),
            Block::List(List { text, .. }) | Block::Other(text) => drop(unparsed::report(text, report)),
        }
    }

    let named = title.map(|title| (title, title_name(title)));
    if let Some((title, None)) = named
        && title.plain().to_lowercase().starts_with(TITLE_2017)
    {
        let help = "use a revision of the page from April 2018 or later";
        report.error(
            Code::UnsupportedForm,
            "pages of 2017 are not supported, because they have no tables",
            title.span(),
            help,
        );
        return None;
    }
    let Some((title, Some(title_name))) = named else {
        let help = "begin the page with `# Actions, resources, and condition keys for <service>`";
        let span = title.map_or_else(|| first_line(text), Slice::span);
        report.error(Code::MissingTitle, "the page does not have the title of a reference page", span, help);
        return Some(Preamble { title: named.and_then(|(_, name)| name), service: None });
    };
    let Some((name, prefix)) = service else {
        let help = "write: <service> (service prefix: `<prefix>`) provides the following …";
        report.error(Code::MissingPrefix, "no sentence states the service prefix", title.span(), help);
        return Some(Preamble { title: named.and_then(|(_, name)| name), service: None });
    };
    if name.plain() != title_name.plain() {
        report.found.push(
            Diagnostic::at(Code::NameDiffers, "the page has two names for its service", report.file, name.span())
                .also(Place::Text(report.file, title_name.span()), "the title")
                .help("give the title and the sentence with the service prefix the same name"),
        );
    }
    if let Err(error) = NameForm::ServicePrefix.check(prefix.raw()) {
        let help = "use only `a` to `z`, `0` to `9`, and hyphens between them";
        let span = error.character().map_or(prefix.span(), |(found, at)| {
            let start = prefix.span().start + at;
            start..start + found.len_utf8()
        });
        report.error(Code::BadPrefix, error.to_string(), span, help);
        return Some(Preamble { title: named.and_then(|(_, name)| name), service: None });
    }
    Some(Preamble { title: Some(title_name), service: Some((name, prefix)) })
}

/// Reports a table in a place where its rows would not be found.
pub(crate) fn stray_table(span: Span, report: &mut Reporter) {
    let help = "write a table with pipes, and start each of its lines with `|`";
    report.error(Code::MisplacedTable, "found a table inside a list or a quotation, or in HTML", span, help);
}

/// Returns the place to point at if something is missing from the page.
pub(crate) fn first_line(text: &str) -> Span {
    0..text.find(['\n', '\r']).unwrap_or(text.len())
}

/// Returns the service's name in the title, or `None` if the heading is not the title of a reference page.
fn title_name(title: Slice<'_>) -> Option<Slice<'_>> {
    let (front, name) = title.split_at(TITLE.len());
    (front.raw().eq_ignore_ascii_case(TITLE) && !name.is_empty()).then(|| name.trim())
}

/// Returns the service's name and prefix, or `None` if the paragraph is not the sentence that states them.
fn sentence(paragraph: Slice<'_>) -> Option<(Slice<'_>, Slice<'_>)> {
    // A service's name may contain parentheses, so the last occurrence counts.
    let at = paragraph.raw().rfind(PREFIX)?;
    let (name, rest) = paragraph.split_at(at);
    let (_, prefix) = rest.split_at(PREFIX.len());
    let (prefix, _) = prefix.split_at(prefix.raw().find('`')?);
    let escape = usize::from(name.raw().ends_with('\\'));
    let (name, _) = name.split_at(name.raw().len() - escape);
    // AWS's anchor of the page is on the line before, often without an empty line in between.
    let anchor = if name.raw().starts_with("<a name=") { name.raw().find("</a>").map_or(0, |at| at + 4) } else { 0 };
    let (_, name) = name.split_at(anchor);
    Some((name.trim(), prefix))
}
