//! Parses a format into its five fields and their pieces. Small mistakes in the formats on AWS's pages are corrected,
//! and others are an [`ArnFormatError`].

use super::{
    error::ArnFormatError,
    field::ArnField,
    marks::{FormatMark, Step, split_at_colon, step, steps, variable},
    piece::FormatPiece,
    variable_kind::CharacterClass,
};
use crate::syntax;

/// The maximum length of a format in bytes. The longest format of the reference has 222 bytes.
pub(super) const LONGEST: usize = 960;

/// The fields of a format, as AWS writes them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields<'f> {
    fields: [&'f str; 5],
    /// Whether the section in brackets is included.
    bracketed: bool,
}

impl<'f> Fields<'f> {
    /// Parses a format.
    pub(super) fn read(text: &'f str) -> Result<Self, ArnFormatError> {
        if text.len() > LONGEST {
            return Err(ArnFormatError::TooLong { limit: LONGEST });
        }
        let mut rest = text.strip_prefix("arn:").ok_or(ArnFormatError::NotAnArn)?;
        let mut fields = [""; 5];
        let [front @ .., resource] = &mut fields;
        for (found, field) in (2..).zip(front) {
            let (head, tail) = split_at_colon(rest).ok_or(ArnFormatError::TooFewFields { found })?;
            *field = head;
            rest = tail;
        }
        *resource = rest;
        let fields = Self { fields: whole(fields, text), bracketed: false };
        fields.check(text)?;
        Ok(fields)
    }

    /// Returns true if the format has a section in brackets.
    pub(super) fn has_brackets(self) -> bool {
        let [.., resource] = self.fields;
        steps(resource).any(|step| matches!(step, Step::Mark(FormatMark::Open)))
    }

    /// Returns the same format, with or without the section in brackets.
    pub(super) fn with_brackets(self, bracketed: bool) -> Self {
        Self { bracketed, ..self }
    }

    /// Returns the fields before the resource. Each is one piece or empty.
    pub(super) fn front(self) -> impl Iterator<Item = (ArnField, Option<FormatPiece<'f>>)> {
        ArnField::ALL.into_iter().zip(self.fields).take(4).map(|(field, content)| {
            let piece = steps(content).find_map(|step| match step {
                Step::Literal(literal) => Some(FormatPiece::Literal(literal)),
                Step::Mark(mark) => mark.variable(field).map(FormatPiece::Variable),
            });
            (field, piece)
        })
    }

    /// Returns an iterator over the pieces, in order.
    pub(super) fn pieces(self) -> Pieces<'f> {
        let [rest, ..] = self.fields;
        Pieces { fields: self, field: 0, rest, begun: false }
    }

    fn check(self, text: &str) -> Result<(), ArnFormatError> {
        let at = |piece: &str| (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        let [front @ .., resource] = self.fields;
        let mut open = 0;
        for (position, content) in self.fields.into_iter().enumerate() {
            let mut rest = content;
            while let Some((step, behind)) = step(rest) {
                match step {
                    Step::Literal(literal) => {
                        if let Some((offset, found)) = literal.char_indices().find(|(_, found)| !is_literal(*found)) {
                            return Err(ArnFormatError::Character { found, at: at(literal) + offset });
                        }
                    }
                    // Only one pair of brackets is allowed, in the resource.
                    Step::Mark(FormatMark::Open) if open == 0 && position == front.len() => open = 1,
                    Step::Mark(FormatMark::Close) if open == 1 => open = 2,
                    Step::Mark(FormatMark::Open | FormatMark::Close) => {
                        return Err(ArnFormatError::Brackets { at: at(rest) });
                    }
                    Step::Mark(FormatMark::Variable(_) | FormatMark::Wildcard(_) | FormatMark::Stray) => {}
                }
                rest = behind;
            }
        }
        if open == 1 {
            return Err(ArnFormatError::Brackets { at: at(resource) + resource.find('[').unwrap_or_default() });
        }
        let mixed = |content| steps(content).filter(|step| !matches!(step, Step::Mark(FormatMark::Stray))).count() > 1;
        match ArnField::ALL.into_iter().zip(front).find(|(_, content)| mixed(content)) {
            Some((field, _)) => Err(ArnFormatError::MixedField { field }),
            None => Ok(()),
        }
    }
}

/// An iterator over the pieces of a format, in order.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'f> {
    fields: Fields<'f>,
    field: usize,
    rest: &'f str,
    begun: bool,
}

impl<'f> Iterator for Pieces<'f> {
    type Item = FormatPiece<'f>;

    fn next(&mut self) -> Option<FormatPiece<'f>> {
        if !self.begun {
            self.begun = true;
            return Some(FormatPiece::Literal("arn:"));
        }
        let mut left_out = false;
        loop {
            let field = ArnField::ALL.get(self.field).copied()?;
            let Some((step, rest)) = step(self.rest) else {
                self.rest = self.fields.fields.get(self.field + 1)?;
                self.field += 1;
                return Some(FormatPiece::Literal(":"));
            };
            self.rest = rest;
            match step {
                Step::Mark(FormatMark::Open) => left_out = !self.fields.bracketed,
                Step::Mark(FormatMark::Close) => left_out = false,
                _ if left_out => {}
                Step::Literal(literal) => return Some(FormatPiece::Literal(literal)),
                Step::Mark(mark) => {
                    if let Some(variable) = mark.variable(field) {
                        return Some(FormatPiece::Variable(variable));
                    }
                }
            }
        }
    }
}

/// Returns the service of a format that begins with `arn:${Partition}:` and a literal service, as nearly all formats
/// do.
pub(super) fn plain_service(text: &str) -> Option<&str> {
    let (service, _) = syntax::split_at_colon(text.strip_prefix("arn:${Partition}:")?)?;
    service.chars().all(|character| CharacterClass::Word.holds(character)).then_some(service)
}

/// Adds the region or the account if AWS's page omits it.
///
/// A field is missing if a word is in the place of the account, because the resource begins with that word. Words that
/// begin with `aws` are the exception: AWS uses them as accounts.
fn whole<'f>(fields: [&'f str; 5], text: &'f str) -> [&'f str; 5] {
    let [partition, service, region, account, _] = fields;
    let forgotten = account.starts_with(|first| CharacterClass::Lower.holds(first)) && !account.starts_with("aws");
    let start = (account.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let Some((_, resource)) = text.split_at_checked(start).filter(|_| forgotten) else { return fields };
    let is_account = variable(region)
        .is_some_and(|(name, _)| name.as_bytes().windows(7).any(|window| window.eq_ignore_ascii_case(b"account")));
    if is_account { [partition, service, "*", region, resource] } else { [partition, service, region, "*", resource] }
}

/// Returns true if a format can contain the character in a literal.
fn is_literal(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.' | ':' | '/' | '+' | '=' | '@' | '%' | '~')
}
