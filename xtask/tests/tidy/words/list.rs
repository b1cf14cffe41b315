//! Reads the list of phrases, and finds its phrases in a passage.

use crate::{
    prose::{Kind, Passage},
    sentences,
    violation::Violation,
};

/// The kinds of places in which a phrase is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Anywhere,
    Sentence,
    Documentation,
}

impl Place {
    /// Returns the words with which the message of a violation begins.
    pub(super) fn wrong(self) -> &'static str {
        match self {
            Self::Anywhere => "found",
            Self::Sentence => "a sentence begins with",
            Self::Documentation => "documentation begins with",
        }
    }
}

/// A phrase of the list.
pub(super) struct Phrase {
    pub(super) place: Place,
    /// The phrase as written in the list.
    pub(super) text: String,
    pub(super) instead: String,
    words: Vec<String>,
    /// Whether the last word is only the beginning of a word.
    is_prefix: bool,
}

/// A line of a file that may contain phrases of the list.
pub(super) struct Allowed {
    pub(super) path: String,
    pub(super) line: String,
    /// The number of the entry's line in the list.
    pub(super) number: usize,
}

/// The list of phrases.
#[derive(Default)]
pub(super) struct List {
    phrases: Vec<Phrase>,
    exceptions: Vec<Phrase>,
    pub(super) allowed: Vec<Allowed>,
    pub(super) errors: Vec<Violation>,
}

impl List {
    /// Parses the list. Adds an error to `errors` for each invalid line.
    pub(super) fn parse(source: &str, path: &str) -> Self {
        let mut list = Self::default();
        let mut section = "";
        for (number, line) in source.lines().enumerate() {
            let (line, number) = (line.trim(), number + 1);
            if line.starts_with('[') {
                section = line;
            } else if !line.is_empty()
                && !line.starts_with('#')
                && let Err((wrong, remedy)) = list.add(section, line, number)
            {
                list.errors.push(Violation::new(path, number, wrong, remedy));
            }
        }
        list
    }

    fn add(&mut self, section: &str, line: &str, number: usize) -> Result<(), (&'static str, &'static str)> {
        if section == "[exceptions]" {
            self.exceptions.push(Phrase::new(Place::Anywhere, line, ""));
            return Ok(());
        }
        let (text, instead) =
            line.rsplit_once(" => ").ok_or(("the line has no ` => `", "write `phrase => instead`"))?;
        let place = match section {
            "[words]" => Place::Anywhere,
            "[sentences]" => Place::Sentence,
            "[documentation]" => Place::Documentation,
            "[allowed]" => {
                let remedy = "write `path: line => reason`";
                let (path, line) = text.split_once(": ").ok_or(("the entry does not name a line of a file", remedy))?;
                self.allowed.push(Allowed { path: path.to_owned(), line: line.to_owned(), number });
                return Ok(());
            }
            _ => return Err(("the line is not in a known section", "move it into [words]")),
        };
        self.phrases.push(Phrase::new(place, text, instead));
        Ok(())
    }

    /// Returns the phrases in a passage, each with the byte at which it begins.
    pub(super) fn in_passage(&self, passage: &Passage) -> Vec<(usize, &Phrase)> {
        let words = words(&passage.text);
        let mut starts = Vec::new();
        if matches!(passage.kind, Kind::Paragraph | Kind::Item) {
            starts.extend(
                sentences::in_text(&passage.text)
                    .into_iter()
                    .filter(|sentence| !sentence.is_question())
                    .map(|sentence| sentence.at),
            );
        }
        let spared = |at: usize, count: usize| {
            self.exceptions.iter().any(|exception| {
                let length = exception.words.len();
                let first = (at + count).saturating_sub(length);
                (first..=at).any(|first| exception.is_at(&words, first))
            })
        };
        let first_word = |start: usize| words.iter().position(|(at, _)| *at >= start);
        let mut found = Vec::new();
        for phrase in &self.phrases {
            let places: Vec<usize> = match phrase.place {
                Place::Anywhere => (0..words.len()).collect(),
                Place::Sentence => starts.iter().filter_map(|start| first_word(*start)).collect(),
                Place::Documentation if passage.opens_documentation => first_word(0).into_iter().collect(),
                Place::Documentation => Vec::new(),
            };
            for place in places {
                if phrase.is_at(&words, place) && !spared(place, phrase.words.len()) {
                    found.push((words.get(place).map_or(0, |(at, _)| *at), phrase));
                }
            }
        }
        found
    }
}

impl Phrase {
    fn new(place: Place, text: &str, instead: &str) -> Self {
        let is_prefix = text.ends_with('*');
        let lower = text.trim_end_matches('*').to_lowercase();
        let words = words(&lower).into_iter().map(|(_, word)| word.to_owned()).collect();
        Self { place, text: text.to_owned(), instead: instead.to_owned(), words, is_prefix }
    }

    fn is_at(&self, words: &[(usize, &str)], at: usize) -> bool {
        let Some(found) = words.get(at..at + self.words.len()) else { return false };
        let last = self.words.len().saturating_sub(1);
        found.iter().zip(&self.words).enumerate().all(|(number, ((_, word), wanted))| {
            let word = word.to_lowercase();
            if self.is_prefix && number == last { word.starts_with(wanted.as_str()) } else { word == *wanted }
        })
    }
}

/// Splits prose into words with their places. A punctuation mark is a word, so that a phrase cannot extend past the end
/// of a clause. Hyphens and apostrophes are parts of words.
fn words(text: &str) -> Vec<(usize, &str)> {
    let is_part = |character: char| character.is_alphanumeric() || matches!(character, '\'' | '’' | '-' | '_');
    let mut found: Vec<(usize, &str)> = Vec::new();
    let mut begin = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_part(character) {
            begin.get_or_insert(at);
            continue;
        }
        if let Some(start) = begin.take() {
            found.extend(text.get(start..at).map(|word| (start, word)));
        }
        if !character.is_whitespace() {
            found.extend(text.get(at..at + character.len_utf8()).map(|mark| (at, mark)));
        }
    }
    found
}
