//! The marks of a pattern, and the symbols that they match.

use catalog_core::ascii_case;

/// A mark of a pattern.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark<'p> {
    /// One character.
    Character(char),
    /// An ASCII letter in upper or lower case, given in lower case.
    Letter(char),
    /// `?`, which matches one character.
    One(Reach),
    /// `*`, which matches any number of characters.
    Any(Reach),
    /// A policy variable, which matches its value in the request.
    Variable(Variable<'p>),
}

/// The characters that a wildcard matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// The characters of a field of an ARN: any except a colon.
    Field,
    /// Any character.
    Everything,
}

/// A policy variable. Its name ignores case.
#[derive(Clone, Copy, Debug)]
pub(super) struct Variable<'p> {
    pub(super) key: &'p str,
    pub(super) default: Option<&'p str>,
}

impl PartialEq for Variable<'_> {
    fn eq(&self, other: &Self) -> bool {
        ascii_case::eq(self.key, other.key) && self.default == other.default
    }
}

/// A symbol of the strings that an automaton reads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Symbol<'p> {
    /// A character that a pattern contains.
    Character(char),
    /// A character that no pattern contains.
    Other,
    /// The value of a variable.
    Variable(Variable<'p>),
}

impl<'p> Mark<'p> {
    /// Returns true if the mark is a wildcard.
    pub(super) const fn is_wildcard(self) -> bool {
        matches!(self, Self::One(_) | Self::Any(_))
    }

    /// Returns true if the mark accepts a symbol. The value of a variable can contain colons, so `*` does not accept it
    /// within a field. It can have any length, so `?` never accepts it.
    pub(super) fn accepts(self, symbol: Symbol<'p>) -> bool {
        match (self, symbol) {
            (Self::Character(own), Symbol::Character(other)) => own == other,
            (Self::Letter(own), Symbol::Character(other)) => own == other.to_ascii_lowercase(),
            (Self::One(reach) | Self::Any(reach), Symbol::Character(other)) => reach.accepts(other),
            (Self::One(_) | Self::Any(_), Symbol::Other) => true,
            (Self::Any(reach), Symbol::Variable(_)) => reach == Reach::Everything,
            (Self::Variable(own), Symbol::Variable(other)) => own == other,
            _ => false,
        }
    }

    /// Returns true if the mark accepts each symbol that another mark accepts, and `*` only if it is one itself.
    pub(super) fn covers(self, narrow: Self) -> bool {
        match narrow {
            Self::Character(other) => self.accepts(Symbol::Character(other)),
            Self::Letter(other) => {
                let upper = other.to_ascii_uppercase();
                self.accepts(Symbol::Character(other)) && self.accepts(Symbol::Character(upper))
            }
            Self::One(narrow) => matches!(self, Self::One(own) | Self::Any(own) if own.contains(narrow)),
            Self::Any(narrow) => matches!(self, Self::Any(own) if own.contains(narrow)),
            Self::Variable(other) => self.accepts(Symbol::Variable(other)),
        }
    }
}

impl Reach {
    fn accepts(self, character: char) -> bool {
        self == Self::Everything || character != ':'
    }

    fn contains(self, narrow: Self) -> bool {
        self == Self::Everything || self == narrow
    }
}
