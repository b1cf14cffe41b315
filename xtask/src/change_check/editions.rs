//! Finds months of `editions.toml` that are probably wrong, by comparing them with the generated files and the clock.
//!
//! * A month becomes older if an old directory of pages replaces a newer one.
//! * A month in the future is a mistake, or the computer's clock is wrong.
//! * If the file no longer states the month of permission-only marks or dependent actions, these facts would get the
//!   newer month of the pages.
//!
//! A month that the generated files already state needs no consent.

use crate::diagnostic::{Code, Place};
use crate::editions::{self, StatedMonth, Subject};
use crate::emit::MODULE_LIST;
use crate::model::{Edition, FactEditions, Service};
use crate::previous::Previous;
use crate::question::Question;
use crate::read::{Folder, StatedFile};
use crate::source::FileId;
use crate::write::Plan;
use crate::{read_back, rust_names};

/// The word of `--accept-change` for a month.
const WORD: &str = "edition";

/// The months before and after an update.
#[derive(Clone, Copy, Debug)]
pub struct Months<'a> {
    /// The services and months in the generated files.
    pub previous: &'a Previous,
    /// The files to write.
    pub plan: &'a Plan,
    /// The services to be written.
    pub services: &'a [Service],
    /// The current month, if it is known.
    pub this_month: Option<Edition>,
}

impl Months<'_> {
    /// Returns a question for each month that becomes older, is no longer stated, or is in the future.
    ///
    /// The months come from the `editions.toml` of `folder`.
    #[must_use]
    pub fn questions(&self, folder: &Folder) -> Vec<Question> {
        let Some(StatedFile { file, is_own }) = folder.editions else { return Vec::new() };
        let stated = editions::stated(folder.sources.get(file).map_or("", |source| source.text.as_str()));
        let place = |subject: &Subject| place(file, &stated, subject);
        let mut questions = self.backwards(place);
        // Skip this repository's file, which is used if no file is next to the pages: the user did not write it.
        questions.extend(stated.iter().filter(|_| is_own).filter_map(|month| self.future(file, month)));
        questions
    }

    /// Returns the questions about months that are older than in the generated files, or that are no longer stated.
    fn backwards(&self, place: impl Fn(&Subject) -> Place) -> Vec<Question> {
        let previous = self.previous;
        let (edition, facts) = self.module_list();
        let mut questions = Vec::new();
        let mut ask = |subject: Subject, old: Option<Edition>, new: Option<Edition>| {
            if let Some(old) = old.filter(|_| new < old) {
                let now = new.map_or_else(|| "no longer be stated".to_owned(), |new| format!("be {new}"));
                let message =
                    format!("the edition of {} would {now}, but the generated files state {old}", noun(&subject));
                let help = "use the newer pages, or correct the month";
                questions.push(question(&subject, message, place(&subject), help));
            }
        };
        ask(Subject::Pages, previous.edition, edition);
        // If a month equals the edition of all pages and becomes older with it, it needs no separate question.
        let follows = |old, new| (old, new) == (previous.edition, edition);
        let of_facts = [
            (Subject::PermissionOnly, previous.fact_editions.permission_only, facts.permission_only),
            (Subject::DependentActions, previous.fact_editions.dependent_actions, facts.dependent_actions),
        ];
        for (subject, old, new) in of_facts.iter().filter(|(_, old, new)| !follows(*old, *new)) {
            ask(subject.clone(), *old, *new);
        }
        for service in self.services {
            let Some(before) = previous.services.get(&service.prefix) else { continue };
            for page in &service.pages {
                let old = before.service.pages.iter().find(|old| old.file == page.file).and_then(|old| old.edition);
                if !follows(old, page.edition) {
                    ask(Subject::Page(page.file.clone()), old, page.edition);
                }
            }
        }
        for (subject, old, new) in of_facts {
            // If the facts no longer have their own month, old facts would get the newer month of the pages.
            if let Some(old) = old.filter(|old| previous.edition != Some(*old) && new == edition && new > Some(*old)) {
                let message = format!(
                    "the edition of {} would become that of the pages, but the generated files state {old}",
                    noun(&subject)
                );
                let help = "state their month again, unless the new pages state these facts themselves";
                questions.push(question(&subject, message, place(&subject), help));
            }
        }
        questions
    }

    /// Returns the question about a month in the future that the generated files do not state yet.
    fn future(&self, file: FileId, month: &StatedMonth) -> Option<Question> {
        let StatedMonth { subject, edition, span } = month;
        let now = self.this_month.filter(|now| edition > now)?;
        let known = match subject {
            Subject::Pages => {
                let pages = self.services.iter().flat_map(|service| &service.pages);
                pages.filter(|page| page.edition == Some(*edition)).all(|page| self.is_known(&page.file, *edition))
            }
            Subject::Page(page) => self.is_known(page, *edition),
            Subject::PermissionOnly => self.previous.fact_editions.permission_only == Some(*edition),
            Subject::DependentActions => self.previous.fact_editions.dependent_actions == Some(*edition),
        };
        if known {
            return None;
        }
        let message =
            format!("the edition of {} is {edition}, which is in the future: this month is {now}", noun(subject));
        let place = Place::Text(file, span.clone());
        Some(question(subject, message, place, "correct the month, or the clock of this computer"))
    }

    /// Returns true if the generated files already state `edition`, the new edition, for a page.
    fn is_known(&self, page: &str, edition: Edition) -> bool {
        self.edition_of_page(page, edition) == Some(edition)
    }

    /// Returns the edition that the generated files state for a page whose new edition is `edition`.
    fn edition_of_page(&self, page: &str, edition: Edition) -> Option<Edition> {
        let has_page = |service: &&Service| service.pages.iter().any(|known| known.file == page);
        let service = self.services.iter().find(has_page)?;
        if self.previous.added.contains(&rust_names::module(&service.prefix)) {
            return None;
        }
        if let Some(before) = self.previous.services.get(&service.prefix) {
            return before.service.pages.iter().find(|known| known.file == page)?.edition;
        }
        // The service's file does not change. It states an edition only if the list of modules has a different one.
        let (of_most, _) = self.module_list();
        if of_most == Some(edition) { self.previous.edition } else { Some(edition) }
    }

    /// Returns the months that the new list of modules states.
    fn module_list(&self) -> (Option<Edition>, FactEditions) {
        let change = self.plan.changes.iter().find(|change| change.path.ends_with(MODULE_LIST));
        match change.and_then(|change| change.new.as_ref()) {
            Some(text) => (read_back::edition(text), read_back::fact_editions(text)),
            None => (self.previous.edition, self.previous.fact_editions),
        }
    }
}

/// Returns the place that states the month of a subject.
///
/// If the file does not state this month, returns the place of the month of all pages, or the start of the file.
fn place(file: FileId, stated: &[StatedMonth], subject: &Subject) -> Place {
    let of = |subject: &Subject| stated.iter().find(|month| month.subject == *subject);
    let month = of(subject).or_else(|| of(&Subject::Pages));
    Place::Text(file, month.map_or(0..0, |month| month.span.clone()))
}

fn question(subject: &Subject, message: String, place: Place, help: &str) -> Question {
    let flag = match subject {
        Subject::Pages => WORD.to_owned(),
        Subject::Page(page) => format!("{page}:{WORD}"),
        Subject::PermissionOnly => format!("permission-only:{WORD}"),
        Subject::DependentActions => format!("dependent-actions:{WORD}"),
    };
    let help = format!("{help}; `--accept-change {flag}` accepts it");
    Question { flag, code: Code::EditionChange, message, place, help }
}

fn noun(subject: &Subject) -> String {
    match subject {
        Subject::Pages => "the pages".to_owned(),
        Subject::Page(page) => format!("the page `{page}`"),
        Subject::PermissionOnly => "the permission-only marks".to_owned(),
        Subject::DependentActions => "the dependent actions".to_owned(),
    }
}
