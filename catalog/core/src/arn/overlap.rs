//! Whether a format and an ARN pattern of a policy have an ARN in common.
//!
//! The format becomes a small automaton, and the pattern is led through it, a character at a time, in all ways at once.
//! The time is the product of the two lengths, whatever the pattern.

use super::{
    kind::{ACCOUNT_DIGITS, Class, Kind},
    read::{Fields, LONGEST, Piece, Variable},
};

/// More than the longest format has: a state a byte, and those of the few variables that need more.
const STATES: usize = LONGEST + 64;

/// What leads on from a state.
#[derive(Clone, Copy)]
enum State {
    /// This byte.
    Byte(u8),
    /// One character of a class.
    One(Class),
    /// Any number of them.
    Many(Class),
    /// Nothing, to the next state or as many further.
    Either(u8),
    /// Nothing, to as many further.
    Skip(u8),
}

/// All states of a format, in order. Behind the last it ends.
struct Automaton {
    states: [State; STATES],
    length: usize,
}

/// Whether an ARN could fit the format, with or without what it has in brackets, and the pattern.
pub(super) fn overlaps(fields: Fields<'_>, pattern: &str) -> bool {
    let one = |fields: Fields<'_>| {
        let mut automaton = Automaton::new();
        for piece in fields.pieces() {
            match piece {
                Piece::Literal(literal) => automaton.extend(literal.bytes().map(State::Byte)),
                Piece::Variable(Variable { kind, .. }) => automaton.push_kind(kind),
            }
        }
        automaton.meets(pattern)
    };
    one(fields) || fields.has_brackets() && one(fields.with_brackets(true))
}

/// Whether a value of a kind could fit the pattern.
pub(super) fn fits(kind: Kind, pattern: &str) -> bool {
    let mut automaton = Automaton::new();
    automaton.push_kind(kind);
    automaton.meets(pattern)
}

impl Automaton {
    fn new() -> Self {
        Self { states: [State::Skip(1); STATES], length: 0 }
    }

    fn extend(&mut self, states: impl IntoIterator<Item = State>) {
        for state in states {
            // There is room for the longest format that is read.
            if let Some(free) = self.states.get_mut(self.length) {
                *free = state;
                self.length += 1;
            }
        }
    }

    fn push_kind(&mut self, kind: Kind) {
        use State::{Byte, Either, Many, One, Skip};
        match kind {
            Kind::Partition => {
                self.extend([Byte(b'a'), Byte(b'w'), Byte(b's'), Either(4)]);
                self.extend([Byte(b'-'), One(Class::Word), Many(Class::Word)]);
            }
            // Nothing, or twelve digits, or a word.
            Kind::Account => {
                self.extend([Either(17), Either(14)]);
                self.extend([One(Class::Digit); ACCOUNT_DIGITS]);
                self.extend([Skip(3), One(Class::Lower), Many(Class::Word)]);
            }
            Kind::Service | Kind::Region | Kind::Text | Kind::MayBeEmpty | Kind::Bucket | Kind::Key => {
                self.extend((0..kind.least()).map(|_| One(kind.class())));
                self.extend([Many(kind.class())]);
            }
        }
    }

    fn meets(&self, pattern: &str) -> bool {
        let mut at = Positions::none();
        self.add(&mut at, 0);
        let mut bound = bound_colons(pattern);
        for mark in marks(pattern) {
            match mark {
                Mark::Character(':') if bound > 0 => {
                    bound -= 1;
                    at = self.step(&at, |state| {
                        matches!(state, State::Byte(b':') | State::One(Class::Free) | State::Many(Class::Free))
                    });
                }
                Mark::Character(character) => {
                    at = self.step(&at, |state| match state {
                        State::Byte(byte) => char::from(byte) == character,
                        State::One(class) | State::Many(class) => class.holds(character),
                        State::Either(_) | State::Skip(_) => false,
                    });
                }
                // There is a character that leads on from any state.
                Mark::AnyOne => at = self.step(&at, |_| true),
                Mark::Any => self.reach(&mut at),
            }
            if at.is_empty() {
                return false;
            }
        }
        at.has(self.length)
    }

    fn state(&self, position: usize) -> Option<State> {
        self.states.get(position).copied().filter(|_| position < self.length)
    }

    /// Adds a position, and where nothing leads from there. All ways lead forward.
    fn add(&self, to: &mut Positions, mut position: usize) {
        while to.add(position) {
            match self.state(position) {
                Some(State::Many(_)) => position += 1,
                Some(State::Skip(further)) => position += usize::from(further),
                Some(State::Either(further)) => {
                    self.add(to, position + usize::from(further));
                    position += 1;
                }
                Some(State::Byte(_) | State::One(_)) | None => return,
            }
        }
    }

    /// Where a character leads.
    fn step(&self, from: &Positions, leads_on: impl Fn(State) -> bool) -> Positions {
        let mut to = Positions::none();
        for position in from.iter() {
            match self.state(position) {
                Some(state @ (State::Byte(_) | State::One(_))) if leads_on(state) => self.add(&mut to, position + 1),
                Some(state @ State::Many(_)) if leads_on(state) => self.add(&mut to, position),
                _ => {}
            }
        }
        to
    }

    /// Adds where any text leads.
    fn reach(&self, at: &mut Positions) {
        let Some(first) = at.iter().next() else { return };
        for position in first..self.length {
            // Where nothing leads on from the others has been added with them.
            if at.has(position)
                && let Some(State::Byte(_) | State::One(_)) = self.state(position)
            {
                self.add(at, position + 1);
            }
        }
    }
}

/// A set of states, with the end among them: a bit each.
struct Positions {
    words: [u64; (STATES + 1).div_ceil(BITS)],
    /// How many of the words hold any: a format is short, and looking at all would take longest.
    used: usize,
}

const BITS: usize = u64::BITS as usize;

impl Positions {
    const fn none() -> Self {
        Self { words: [0; (STATES + 1).div_ceil(BITS)], used: 0 }
    }

    /// Adds a position. Says whether it is new.
    fn add(&mut self, position: usize) -> bool {
        let Some(word) = self.words.get_mut(position / BITS) else { return false };
        let bit = 1 << (position % BITS);
        let is_new = *word & bit == 0;
        *word |= bit;
        self.used = self.used.max(position / BITS + 1);
        is_new
    }

    fn has(&self, position: usize) -> bool {
        self.words.get(position / BITS).is_some_and(|word| word >> (position % BITS) & 1 == 1)
    }

    const fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// The positions, in order.
    fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().take(self.used).enumerate().flat_map(|(place, word)| {
            let mut left = *word;
            core::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.checked_sub(1)?;
                Some(place * BITS + bit)
            })
        })
    }
}

/// How many colons of a pattern, from its beginning, are colons of the format: between its fields, or of its own text.
///
/// The star of `arn:aws:iam::*:user/*` can stand for `111122223333:role/a`, so that to the letter the pattern matches a
/// role by the name of `a:user/b`. There is none, nor hardly anything of the kind, and if that counted, nearly
/// everything would overlap. So the five colons that part six fields are not sought in names, if fields they are:
/// `arn:aws:logs:*:log-group:x:*` leaves some out. Keys of S3 are another matter: they may well be `a:b`.
fn bound_colons(pattern: &str) -> usize {
    const COLONS: usize = 5;
    let mut marks = marks(pattern);
    for colons in 0..COLONS {
        let (mut wild, mut number, mut last) = (false, true, None);
        loop {
            match marks.next() {
                None => return 0,
                Some(Mark::Character(':')) => break,
                Some(Mark::Character(character)) => {
                    number &= character.is_ascii_digit();
                    last = Some(character);
                }
                Some(Mark::Any | Mark::AnyOne) => wild = true,
            }
        }
        let may_be = match colons {
            3 => last.is_none_or(|last| last.is_ascii_digit()),
            4 => number,
            _ => true,
        };
        if !(wild || may_be) {
            return 0;
        }
    }
    COLONS
}

/// A mark of an ARN pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Character(char),
    /// `?`
    AnyOne,
    /// `*`, or a policy variable, whose value nobody knows here.
    Any,
}

/// The marks of a pattern. `${*}`, `${?}` and `${$}` are the characters themselves.
///
/// Source: [IAM policy elements: variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
fn marks(pattern: &str) -> impl Iterator<Item = Mark> {
    let mut rest = pattern;
    core::iter::from_fn(move || {
        if let Some((name, behind)) = rest.strip_prefix("${").and_then(|inside| inside.split_once('}')) {
            rest = behind;
            let mut name = name.chars();
            return Some(match (name.next(), name.next()) {
                (Some(escaped @ ('*' | '?' | '$')), None) => Mark::Character(escaped),
                _ => Mark::Any,
            });
        }
        let mut characters = rest.chars();
        let mark = match characters.next()? {
            '*' => Mark::Any,
            '?' => Mark::AnyOne,
            character => Mark::Character(character),
        };
        rest = characters.as_str();
        Some(mark)
    })
}
