//! The automaton of a format.

use super::{
    super::variable_kind::{ACCOUNT_DIGITS, CharacterClass, VariableKind},
    pattern_marks::{PatternMark, bound_colons, marks},
    positions::{Positions, STATES},
};

/// A state of the automaton, named after the input that leads to the next state.
#[derive(Clone, Copy)]
pub(super) enum State {
    /// One byte.
    Byte(u8),
    /// One character of a class.
    One(CharacterClass),
    /// Any number of characters of a class.
    Many(CharacterClass),
    /// No input is read: leads to the next state, and also to the state this many places ahead.
    Either(u8),
    /// No input is read: leads only to the state this many places ahead.
    Skip(u8),
}

/// The states of a format, in order. The position after the last state is the end of the format.
pub(super) struct Automaton {
    states: [State; STATES],
    length: usize,
}

impl Automaton {
    pub(super) fn new() -> Self {
        Self { states: [State::Skip(1); STATES], length: 0 }
    }

    pub(super) fn extend(&mut self, states: impl IntoIterator<Item = State>) {
        for state in states {
            // The array has room for the longest format.
            if let Some(free) = self.states.get_mut(self.length) {
                *free = state;
                self.length += 1;
            }
        }
    }

    pub(super) fn push_kind(&mut self, kind: VariableKind) {
        use State::{Byte, Either, Many, One, Skip};
        match kind {
            VariableKind::Partition => {
                self.extend([Byte(b'a'), Byte(b'w'), Byte(b's'), Either(4)]);
                self.extend([Byte(b'-'), One(CharacterClass::Word), Many(CharacterClass::Word)]);
            }
            // The account is empty, twelve digits, or a word.
            VariableKind::Account => {
                self.extend([Either(17), Either(14)]);
                self.extend([One(CharacterClass::Digit); ACCOUNT_DIGITS]);
                self.extend([Skip(3), One(CharacterClass::Lower), Many(CharacterClass::Word)]);
            }
            VariableKind::Service
            | VariableKind::Region
            | VariableKind::Text
            | VariableKind::MayBeEmpty
            | VariableKind::Bucket
            | VariableKind::Key => {
                self.extend((0..kind.least()).map(|_| One(kind.class())));
                self.extend([Many(kind.class())]);
            }
        }
    }

    pub(super) fn meets(&self, pattern: &str) -> bool {
        let mut at = Positions::none();
        self.add(&mut at, 0);
        let mut bound = bound_colons(pattern);
        for mark in marks(pattern) {
            match mark {
                PatternMark::Character(':') if bound > 0 => {
                    bound -= 1;
                    at = self.step(&at, |state| {
                        matches!(
                            state,
                            State::Byte(b':') | State::One(CharacterClass::Free) | State::Many(CharacterClass::Free)
                        )
                    });
                }
                PatternMark::Character(character) => {
                    at = self.step(&at, |state| match state {
                        State::Byte(byte) => char::from(byte) == character,
                        State::One(class) | State::Many(class) => class.holds(character),
                        State::Either(_) | State::Skip(_) => false,
                    });
                }
                // Every state that reads input accepts at least one character, so `?` can lead on from each of them.
                PatternMark::AnyOne => at = self.step(&at, |_| true),
                PatternMark::Any => self.reach(&mut at),
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

    /// Adds a position and all positions that it leads to without input. Every such step leads forward.
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

    /// Computes the positions that a character leads to.
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

    /// Adds every position that can be reached by any string from the positions in the set.
    fn reach(&self, at: &mut Positions) {
        let Some(first) = at.iter().next() else { return };
        for position in first..self.length {
            // The states of other kinds lead on without input, so `add` has already added their next positions.
            if at.has(position)
                && let Some(State::Byte(_) | State::One(_)) = self.state(position)
            {
                self.add(at, position + 1);
            }
        }
    }
}
