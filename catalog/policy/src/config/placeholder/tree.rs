//! Replaces parts of the strings and names in a tree with holes.

use alloc::{
    borrow::{Cow, ToOwned as _},
    boxed::Box,
    vec::Vec,
};

use crate::{
    hole::{self, Hole, Piece},
    json::{Data, Gap, Value},
};

/// The pieces of a string, or `None` if the string has no holes.
pub(super) type Pieces = Option<Vec<Piece<'static>>>;

/// Replaces each string and each name of a tree for which the function returns pieces.
pub(super) fn replace(value: &mut Value<'_>, split: &mut impl FnMut(&str) -> Pieces) {
    match &mut value.data {
        Data::String(text) => {
            if let Some(pieces) = split(text) {
                value.data = Data::Hole(Box::new(Hole::new(pieces)));
            }
        }
        Data::Hole(hole) => **hole = split_hole(hole, split),
        Data::Array(values) => values.iter_mut().for_each(|value| replace(value, split)),
        Data::Object(members) => {
            for member in members {
                let hole = match &member.name_hole {
                    Some(hole) => Some(split_hole(hole, split)),
                    None => split(&member.name).map(Hole::new),
                };
                if let Some(hole) = hole {
                    member.name = Cow::Owned(hole.stand_in().to_owned());
                    member.name_hole = Some(Box::new(hole));
                }
                replace(&mut member.value, split);
            }
        }
        Data::Null | Data::Bool(_) | Data::Number(_) => {}
    }
}

/// Splits the known pieces of a hole.
fn split_hole<'a>(hole: &Hole<'a>, split: &mut impl FnMut(&str) -> Pieces) -> Hole<'a> {
    let mut pieces = Vec::new();
    for piece in hole.pieces() {
        match piece {
            Piece::Known(text) => match split(text) {
                Some(parts) => pieces.extend(parts),
                None => pieces.push(piece.clone()),
            },
            _ => pieces.push(piece.clone()),
        }
    }
    Hole::new(pieces)
}

/// Returns the pieces of a string with gaps.
pub(super) fn pieces(text: &str, gaps: &[Gap<'_>]) -> Pieces {
    let offset = |offset: u32| usize::try_from(offset).unwrap_or(usize::MAX);
    let ranges = gaps.iter().map(|gap| offset(gap.span.start)..offset(gap.span.end));
    (!gaps.is_empty()).then(|| hole::split(text, ranges))
}
