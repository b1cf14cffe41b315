//! Reading the text of a format: its five fields, and the pieces that these are made of. What AWS's pages have in them
//! that is not quite a format is read as what it means, or is an [`ArnFormatError`].

use super::{
    ArnField,
    error::ArnFormatError,
    kind::{Class, Kind},
};

/// The longest text that is read. The longest format of the reference has 222 bytes.
pub(super) const LONGEST: usize = 960;

/// The fields of a format, as AWS writes them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields<'f> {
    fields: [&'f str; 5],
    /// Whether the part in brackets is there.
    bracketed: bool,
}

/// A piece of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'f> {
    /// What stands there in every ARN.
    Literal(&'f str),
    /// Where something differs from ARN to ARN.
    Variable(Variable<'f>),
}

/// A place in which something differs from ARN to ARN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Variable<'f> {
    pub(super) name: &'f str,
    pub(super) kind: Kind,
}

/// What a field begins with.
enum Mark<'f> {
    Variable(&'f str),
    /// `*`, or `.+`, which some page takes from the language of regular expressions.
    Wildcard(Kind),
    Open,
    Close,
    /// A space, or a `>` behind a variable: neither is ever in an ARN there.
    Stray,
}

impl<'f> Fields<'f> {
    /// Reads a format.
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

    /// Whether a part of the format stands in brackets.
    pub(super) fn has_brackets(self) -> bool {
        let [.., resource] = self.fields;
        steps(resource).any(|step| matches!(step, Step::Mark(Mark::Open)))
    }

    /// The same format, with what stands in brackets or without.
    pub(super) fn with_brackets(self, bracketed: bool) -> Self {
        Self { bracketed, ..self }
    }

    /// The fields in front of the resource. Each is one piece, or empty.
    pub(super) fn front(self) -> impl Iterator<Item = (ArnField, Option<Piece<'f>>)> {
        ArnField::ALL.into_iter().zip(self.fields).take(4).map(|(field, content)| {
            let piece = steps(content).find_map(|step| match step {
                Step::Literal(literal) => Some(Piece::Literal(literal)),
                Step::Mark(mark) => mark.variable(field).map(Piece::Variable),
            });
            (field, piece)
        })
    }

    /// The pieces, in order.
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
                    // One pair, in the resource.
                    Step::Mark(Mark::Open) if open == 0 && position == front.len() => open = 1,
                    Step::Mark(Mark::Close) if open == 1 => open = 2,
                    Step::Mark(Mark::Open | Mark::Close) => return Err(ArnFormatError::Brackets { at: at(rest) }),
                    Step::Mark(Mark::Variable(_) | Mark::Wildcard(_) | Mark::Stray) => {}
                }
                rest = behind;
            }
        }
        if open == 1 {
            return Err(ArnFormatError::Brackets { at: at(resource) + resource.find('[').unwrap_or_default() });
        }
        let mixed = |content| steps(content).filter(|step| !matches!(step, Step::Mark(Mark::Stray))).count() > 1;
        match ArnField::ALL.into_iter().zip(front).find(|(_, content)| mixed(content)) {
            Some((field, _)) => Err(ArnFormatError::MixedField { field }),
            None => Ok(()),
        }
    }
}

/// The pieces of a format, in order.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'f> {
    fields: Fields<'f>,
    field: usize,
    rest: &'f str,
    begun: bool,
}

impl<'f> Iterator for Pieces<'f> {
    type Item = Piece<'f>;

    fn next(&mut self) -> Option<Piece<'f>> {
        if !self.begun {
            self.begun = true;
            return Some(Piece::Literal("arn:"));
        }
        let mut left_out = false;
        loop {
            let field = ArnField::ALL.get(self.field).copied()?;
            let Some((step, rest)) = step(self.rest) else {
                self.rest = self.fields.fields.get(self.field + 1)?;
                self.field += 1;
                return Some(Piece::Literal(":"));
            };
            self.rest = rest;
            match step {
                Step::Mark(Mark::Open) => left_out = !self.fields.bracketed,
                Step::Mark(Mark::Close) => left_out = false,
                _ if left_out => {}
                Step::Literal(literal) => return Some(Piece::Literal(literal)),
                Step::Mark(mark) => {
                    if let Some(variable) = mark.variable(field) {
                        return Some(Piece::Variable(variable));
                    }
                }
            }
        }
    }
}

impl<'f> Mark<'f> {
    /// The variable that stands in a field as this mark, if it is one.
    ///
    /// A `*` in place of the region or the account is the region or the account; in the resource it has no name but
    /// itself.
    fn variable(self, field: ArnField) -> Option<Variable<'f>> {
        let (name, kind) = match (self, field) {
            (Self::Variable(name), _) => (name, Kind::of(field, name)),
            (Self::Wildcard(kind), ArnField::Resource) => ("*", kind),
            (Self::Wildcard(_), ArnField::Partition) => ("Partition", Kind::Partition),
            (Self::Wildcard(_), ArnField::Service) => ("Service", Kind::Service),
            (Self::Wildcard(_), ArnField::Region) => ("Region", Kind::Region),
            (Self::Wildcard(_), ArnField::Account) => ("Account", Kind::Account),
            (Self::Open | Self::Close | Self::Stray, _) => return None,
        };
        Some(Variable { name, kind })
    }
}

/// What a text begins with.
enum Step<'f> {
    Literal(&'f str),
    Mark(Mark<'f>),
}

/// What a text is made of.
fn steps(mut rest: &str) -> impl Iterator<Item = Step<'_>> {
    core::iter::from_fn(move || {
        let (step, behind) = step(rest)?;
        rest = behind;
        Some(step)
    })
}

/// What a text begins with, and the rest.
fn step(text: &str) -> Option<(Step<'_>, &str)> {
    if let Some((mark, rest)) = mark(text) {
        return Some((Step::Mark(mark), rest));
    }
    let mut ends = text.match_indices(can_begin_mark).map(|(at, _)| at);
    let end = ends.find(|at| text.split_at_checked(*at).is_some_and(|(_, rest)| mark(rest).is_some()));
    let (literal, rest) = text.split_at_checked(end.unwrap_or(text.len()))?;
    (!literal.is_empty()).then_some((Step::Literal(literal), rest))
}

/// Whether a mark can begin with a character. Most do not, and need not be looked at closer.
fn can_begin_mark(character: char) -> bool {
    matches!(character, '$' | '#' | '{' | '*' | '.' | '[' | ']' | '>') || character.is_whitespace()
}

fn mark(text: &str) -> Option<(Mark<'_>, &str)> {
    if let Some((name, rest)) = variable(text) {
        return Some((Mark::Variable(name), rest));
    }
    let mut characters = text.chars();
    let mark = match characters.next()? {
        '*' => Mark::Wildcard(Kind::MayBeEmpty),
        '.' => {
            let rest = text.strip_prefix(".+")?;
            let alone = rest.is_empty() || rest.starts_with([':', '/']);
            return alone.then_some((Mark::Wildcard(Kind::Text), rest));
        }
        '[' => Mark::Open,
        ']' => Mark::Close,
        '>' => Mark::Stray,
        space if space.is_whitespace() => Mark::Stray,
        _ => return None,
    };
    Some((mark, characters.as_str()))
}

/// `${Name}`; `#{Name}` and `{Name}`, which are meant for it; and `${Name` without its end.
fn variable(text: &str) -> Option<(&str, &str)> {
    let inside = ["${", "#{", "{"].iter().find_map(|opening| text.strip_prefix(opening))?;
    let (head, behind) = inside.split_at_checked(inside.find(['{', '}']).unwrap_or(inside.len()))?;
    let in_name = |c: char| Class::Word.holds(c.to_ascii_lowercase()) || c == '_';
    let (name, rest) = if let Some(rest) = behind.strip_prefix('}') {
        (head, rest)
    } else {
        inside.split_at_checked(inside.find(|c| !in_name(c)).unwrap_or(inside.len()))?
    };
    (!name.is_empty()).then_some((name, rest))
}

/// The service of a format, where that is a text and can be told at a glance, as in nearly every one.
pub(super) fn plain_service(text: &str) -> Option<&str> {
    let (service, _) = text.strip_prefix("arn:${Partition}:")?.split_once(':')?;
    service.chars().all(|character| Class::Word.holds(character)).then_some(service)
}

/// The text in front of the first colon that is in no variable, and the text behind it.
fn split_at_colon(text: &str) -> Option<(&str, &str)> {
    let mut rest = text;
    loop {
        if let Some((_, behind)) = variable(rest) {
            rest = behind;
            continue;
        }
        let mut characters = rest.chars();
        if characters.next()? == ':' {
            let (head, _) = text.split_at_checked(text.len() - rest.len())?;
            return Some((head, characters.as_str()));
        }
        rest = characters.as_str();
    }
}

/// Fills in a region or an account that the page forgot, so that what stands in its place belongs to the resource.
///
/// That one is missing shows in a word where the account should be: AWS writes no other there than `aws`.
fn whole<'f>(fields: [&'f str; 5], text: &'f str) -> [&'f str; 5] {
    let [partition, service, region, account, _] = fields;
    let forgotten = account.starts_with(|first| Class::Lower.holds(first)) && !account.starts_with("aws");
    let start = (account.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let Some((_, resource)) = text.split_at_checked(start).filter(|_| forgotten) else { return fields };
    let is_account = variable(region)
        .is_some_and(|(name, _)| name.as_bytes().windows(7).any(|window| window.eq_ignore_ascii_case(b"account")));
    if is_account { [partition, service, "*", region, resource] } else { [partition, service, region, "*", resource] }
}

/// What can stand in a format for itself.
fn is_literal(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.' | ':' | '/' | '+' | '=' | '@' | '%' | '~')
}
