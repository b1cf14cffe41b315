//! A string of a policy with wildcards and policy variables, which is matched without being copied.
//!
//! Sources, 2026-11: [Policy variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html)
//! and [wildcards in resources](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).

use alloc::{boxed::Box, string::String, vec::Vec};

use super::{
    glob::{self, Reach, Token},
    key::Key,
    truth::Truth,
    view::{Variable, View},
};
use crate::variable::{self, Piece as Source};

/// The number of colons in a complete ARN, at least.
const COLONS: usize = 5;

/// The wildcards of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wildcards {
    /// `*` and `?` are plain characters.
    None,
    /// The wildcards match all characters.
    Everywhere,
    /// The wildcards of `Resource`: up to the fifth colon, only a `*` at the end of a field leaves its field.
    Resource,
    /// The wildcards of the operators for ARNs: up to the fifth colon, no wildcard leaves its field.
    Arn,
}

/// A piece of a template.
#[derive(Clone, Debug)]
enum Piece {
    Text(Box<str>),
    Any,
    One,
    Variable { key: Key, default: Option<Box<str>> },
}

/// A string of a policy with wildcards and policy variables.
#[derive(Clone, Debug)]
pub(super) struct Template {
    pieces: Box<[Piece]>,
    wildcards: Wildcards,
    has_variables: bool,
}

impl Template {
    /// Returns the template of a string, or `None` if a variable is not valid. Such a string matches nothing.
    pub(super) fn new(text: &str, wildcards: Wildcards, has_variables: bool) -> Option<Self> {
        let mut pieces = Vec::new();
        if has_variables && text.contains("${") {
            let mut plain = String::new();
            for piece in variable::pieces(text) {
                match piece {
                    Source::Plain(text) => read(text, wildcards, &mut plain, &mut pieces),
                    Source::Character(character) => plain.push(character),
                    Source::Variable(variable) => {
                        flush(&mut plain, &mut pieces);
                        let default = variable.default.map(Into::into);
                        pieces.push(Piece::Variable { key: Key::new(variable.key), default });
                    }
                    Source::Malformed(_) => return None,
                }
            }
            flush(&mut plain, &mut pieces);
        } else {
            let mut plain = String::new();
            read(text, wildcards, &mut plain, &mut pieces);
            flush(&mut plain, &mut pieces);
        }
        let has_variables = pieces.iter().any(|piece| matches!(piece, Piece::Variable { .. }));
        Some(Self { pieces: pieces.into(), wildcards, has_variables })
    }

    /// Returns true if the template matches every string: it consists of stars.
    pub(super) fn is_everything(&self) -> bool {
        !self.pieces.is_empty() && self.pieces.iter().all(|piece| matches!(piece, Piece::Any))
    }

    /// Returns the keys of the variables.
    pub(super) fn keys(&self) -> impl Iterator<Item = &Key> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Variable { key, .. } => Some(key),
            _ => None,
        })
    }

    /// Returns true if each variable has a value, which may be unknown. Otherwise, the template matches nothing.
    pub(super) fn has_values(&self, view: &View<'_>) -> bool {
        self.pieces.iter().all(|piece| match piece {
            Piece::Variable { key, default } => view.variable(key, default.as_deref()) != Variable::Missing,
            Piece::Text(_) | Piece::Any | Piece::One => true,
        })
    }

    /// Returns true if the template matches a string, with the variables replaced by the values of the request. A
    /// variable without a value matches nothing. An open variable can have any value.
    pub(super) fn matches(&self, text: &str, ignores_case: bool, view: &View<'_>) -> Truth {
        let mut has_open = false;
        if self.has_variables {
            for piece in &self.pieces {
                match piece {
                    Piece::Variable { key, default } => match view.variable(key, default.as_deref()) {
                        Variable::Value(_) => {}
                        Variable::Open => has_open = true,
                        Variable::Missing => return Truth::No,
                    },
                    Piece::Text(_) | Piece::Any | Piece::One => {}
                }
            }
        }
        if self.wildcards == Wildcards::Arn && !has_open && !self.is_everything() {
            let colons = |text: &str| text.bytes().filter(|byte| *byte == b':').count();
            if colons(text) < COLONS || self.colons_before(self.pieces.len(), view) < COLONS {
                return Truth::No;
            }
        }
        let token = |at: usize| self.token(at, has_open, view);
        let mut steps = 0;
        let is_match = glob::matches(token, text, ignores_case, &mut steps);
        view.count(steps);
        if is_match && has_open { Truth::Maybe } else { is_match.into() }
    }

    /// Returns a part of the pattern. If a variable is open, the fields of the ARN are not known, so that each wildcard
    /// can match all characters.
    fn token<'t>(&'t self, at: usize, has_open: bool, view: &View<'t>) -> Option<Token<'t>> {
        Some(match self.pieces.get(at)? {
            Piece::Text(text) => Token::Text(text),
            Piece::Any => Token::Any(if has_open { Reach::Everything } else { self.reach(at, true, view) }),
            Piece::One => Token::One(if has_open { Reach::Everything } else { self.reach(at, false, view) }),
            Piece::Variable { key, default } => match view.variable(key, default.as_deref()) {
                Variable::Value(value) => Token::Text(value),
                Variable::Open | Variable::Missing => Token::Any(Reach::Everything),
            },
        })
    }

    /// Returns the characters that a wildcard can match.
    fn reach(&self, at: usize, is_star: bool, view: &View<'_>) -> Reach {
        let may_run_past = match self.wildcards {
            Wildcards::None | Wildcards::Everywhere => return Reach::Everything,
            Wildcards::Resource => is_star && self.ends_field(at, view),
            Wildcards::Arn => false,
        };
        if may_run_past || self.is_everything() || self.colons_before(at, view) >= COLONS {
            Reach::Everything
        } else {
            Reach::Field
        }
    }

    /// Returns true if `:` or the end of the pattern follows a piece.
    fn ends_field(&self, at: usize, view: &View<'_>) -> bool {
        let mut later = self.pieces.iter().skip(at + 1).map(|piece| piece.text(view));
        later.find(|text| *text != Some("")).is_none_or(|next| next.is_some_and(|text| text.starts_with(':')))
    }

    fn colons_before(&self, at: usize, view: &View<'_>) -> usize {
        let texts = self.pieces.iter().take(at).filter_map(|piece| piece.text(view));
        texts.map(|text| text.bytes().filter(|byte| *byte == b':').count()).sum()
    }
}

impl Piece {
    /// Returns the string that a piece matches, or `None` for a wildcard.
    fn text<'t>(&'t self, view: &View<'t>) -> Option<&'t str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Any | Self::One => None,
            Self::Variable { key, default } => match view.variable(key, default.as_deref()) {
                Variable::Value(value) => Some(value),
                Variable::Open | Variable::Missing => Some(""),
            },
        }
    }
}

/// Reads a string without variables.
fn read(text: &str, wildcards: Wildcards, plain: &mut String, pieces: &mut Vec<Piece>) {
    let has_wildcards = wildcards != Wildcards::None;
    for part in text.split_inclusive(['*', '?']) {
        let wildcard = if has_wildcards { part.chars().next_back() } else { None };
        match wildcard {
            Some(wildcard @ ('*' | '?')) => {
                plain.push_str(part.get(..part.len() - 1).unwrap_or_default());
                flush(plain, pieces);
                pieces.push(if wildcard == '*' { Piece::Any } else { Piece::One });
            }
            _ => plain.push_str(part),
        }
    }
}

/// Adds the plain string that was collected.
fn flush(plain: &mut String, pieces: &mut Vec<Piece>) {
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain.as_str().into()));
        plain.clear();
    }
}
