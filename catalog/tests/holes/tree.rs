//! Changes policies: replaces values, names and parts of strings by holes, and fills the holes again.

use std::borrow::Cow;

use catalog::policy::{
    hole::{Hole, Piece},
    json::{Data, Member, Span, Value},
};

/// A source of numbers that look random and are the same in each run.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// Returns a number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}

/// A place of a tree where a hole can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Site {
    /// The whole value.
    Value,
    /// A part of a string.
    Part,
    /// The whole name of a member, or a part of it.
    Name,
}

/// Calls a function with each site of a value, in order. The function gets the value that contains the site, and the
/// number of the member for a name.
fn visit(value: &mut Value<'static>, act: &mut dyn FnMut(&mut Value<'static>, Site, usize)) {
    act(value, Site::Value, 0);
    if value.as_str().is_some_and(|text| text.len() > 1) {
        act(value, Site::Part, 0);
    }
    if let Data::Object(members) = &value.data {
        for position in 0..members.len() {
            act(value, Site::Name, position);
        }
    }
    match &mut value.data {
        Data::Array(values) => values.iter_mut().for_each(|value| visit(value, act)),
        Data::Object(members) => members.iter_mut().for_each(|member| visit(&mut member.value, act)),
        _ => {}
    }
}

/// Replaces a random site of a tree by a hole. Returns the span of the site, or `None` if the tree has no site.
pub(crate) fn make_hole(tree: &mut Value<'static>, random: &mut Random) -> Option<Span> {
    let mut count = 0;
    visit(tree, &mut |_, _, _| count += 1);
    // The first site is the policy itself.
    let chosen = 1 + random.below(count - 1);
    let (mut at, mut made) = (0, None);
    visit(tree, &mut |value, site, position| {
        if at == chosen {
            made = replace(value, site, position, random);
        }
        at += 1;
    });
    made
}

fn replace(value: &mut Value<'static>, site: Site, position: usize, random: &mut Random) -> Option<Span> {
    match (site, &mut value.data) {
        (Site::Value, data) => {
            *data = Data::Hole(Box::new(Hole::anything("<<value>>")));
            Some(value.span)
        }
        (Site::Part, Data::String(text)) => {
            let hole = with_hole(text, random);
            value.data = Data::Hole(Box::new(hole));
            Some(value.span)
        }
        (Site::Name, Data::Object(members)) => {
            let member = &mut members[position];
            let hole = with_hole(&member.name, random);
            member.name = Cow::Owned(hole.stand_in().to_owned());
            member.name_hole = Some(Box::new(hole));
            Some(member.name_span)
        }
        _ => None,
    }
}

/// Returns a string with a hole in place of a random part.
fn with_hole(text: &str, random: &mut Random) -> Hole<'static> {
    let ends: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    // Holes often begin or end at a separator.
    let separators: Vec<_> = ends.iter().copied().filter(|at| text[..*at].ends_with([':', '/', '.'])).collect();
    let mut end = || {
        let ends = if random.below(2) == 0 && !separators.is_empty() { &separators } else { &ends };
        ends[random.below(ends.len())]
    };
    let (first, second) = (end(), end());
    let (start, end) = (first.min(second), first.max(second));
    let known = |text: &str| (!text.is_empty()).then(|| Piece::Known(text.to_owned().into()));
    let pieces = [known(&text[..start]), Some(Piece::Unknown("<<part>>".into())), known(&text[end..])];
    Hole::new(pieces.into_iter().flatten())
}

/// Fills the holes of a tree: those that are parts of strings with a string, and the others with a value.
pub(crate) fn fill(tree: &mut Value<'static>, part: &str, whole: &Value<'static>) {
    match &mut tree.data {
        Data::Hole(hole) if hole.is_total() => tree.data = whole.data.clone(),
        Data::Hole(hole) => tree.data = Data::String(Cow::Owned(filled(hole, part))),
        Data::Array(values) => values.iter_mut().for_each(|value| fill(value, part, whole)),
        Data::Object(members) => {
            for Member { name, name_hole, value, .. } in members {
                if let Some(hole) = name_hole.take() {
                    *name = Cow::Owned(filled(&hole, part));
                }
                fill(value, part, whole);
            }
        }
        _ => {}
    }
}

fn filled(hole: &Hole<'_>, part: &str) -> String {
    let piece = |piece: &Piece<'_>| match piece {
        Piece::Known(text) => text.to_string(),
        _ => part.to_owned(),
    };
    hole.pieces().iter().map(piece).collect()
}

/// Returns the tree with strings of its own.
pub(crate) fn owned(value: &Value<'_>) -> Value<'static> {
    let data = match &value.data {
        Data::Null => Data::Null,
        Data::Bool(flag) => Data::Bool(*flag),
        Data::Number(text) => Data::Number(Cow::Owned(text.to_string())),
        Data::String(text) => Data::String(Cow::Owned(text.to_string())),
        Data::Array(values) => Data::Array(values.iter().map(owned).collect()),
        Data::Object(members) => Data::Object(members.iter().map(own_member).collect()),
        Data::Hole(_) => unreachable!("JSON has no holes"),
    };
    Value::new(value.span, data)
}

fn own_member(member: &Member<'_>) -> Member<'static> {
    Member::new(Cow::Owned(member.name.to_string()), member.name_span, owned(&member.value))
}
