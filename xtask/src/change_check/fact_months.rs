//! Reports months of facts in `docs-src/facts`, and of retired names, that are in the future.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::Edition;
use crate::read::Folder;
use crate::source::Span;

/// The key of a fact's month.
const KEY: &str = "month";

/// Reports each month of a fact that is after the current month, because no source can state a fact in the future.
pub fn check(folder: &Folder, this_month: Option<Edition>, found: &mut Vec<Diagnostic>) {
    let Some(now) = this_month else { return };
    // Skip this repository's files, which replace missing files: the user did not write them.
    for stated in folder.facts.values().chain(&folder.retired).filter(|stated| stated.is_own) {
        let text = folder.sources.get(stated.file).map_or("", |source| source.text.as_str());
        for (month, span) in months(text).filter(|(month, _)| *month > now) {
            let message = format!("the month {month} is in the future: this month is {now}");
            let help = "write the month in which the source stated the fact, or correct the clock of this computer";
            found.push(Diagnostic::at(Code::BadFact, message, stated.file, span).help(help));
        }
    }
}

/// Returns the months that a file of facts states, each with its place. The file has at most one month per line.
fn months(text: &str) -> impl Iterator<Item = (Edition, Span)> {
    let mut start = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let from = start;
        start += line.len();
        let value = line.strip_prefix(KEY)?.trim_start().strip_prefix('=')?.trim_start();
        let (month, _) = value.strip_prefix(['"', '\''])?.split_once(['"', '\''])?;
        let at = from + line.len() - value.len();
        // The span includes both quotation marks.
        Some((Edition::parse(month)?, at..at + month.len() + 2))
    })
}

#[cfg(test)]
mod tests {
    use super::months;

    #[test]
    fn months_are_found_with_their_places() {
        let text = "source = \"x\"\nmonth = \"2026-08\"\n\n[[key]]\nname = \"month\"\nmonth='2026-09' # for now\n";
        let found: Vec<_> = months(text).map(|(month, span)| (month.to_string(), text.get(span).unwrap())).collect();
        assert_eq!(found, [("2026-08".to_owned(), "\"2026-08\""), ("2026-09".to_owned(), "'2026-09'")]);
    }
}
