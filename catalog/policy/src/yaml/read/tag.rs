//! Tags: the short forms of functions, and the standard types of YAML.

use alloc::{borrow::Cow, format, string::ToString as _};

use saphyr_parser::Tag;

/// The meaning of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The short form of a function, with the name of its long form.
    Function(Cow<'static, str>),
    /// A standard type, such as `str`.
    Standard(Cow<'static, str>),
    /// Any other tag, which does not change the value.
    Other,
}

/// Returns the meaning of a tag.
///
/// `!Ref` and `!Condition` have the same name in their long form, and all other functions get `Fn::` in front.
pub(super) fn meaning(tag: &Tag) -> Meaning {
    let suffix = &*tag.suffix;
    match &*tag.handle {
        // The tag `!` makes a string of a scalar.
        "" if suffix == "!" => Meaning::Standard("str".into()),
        "tag:yaml.org,2002:" => Meaning::Standard(suffix.to_string().into()),
        "!" => match suffix {
            "Ref" => Meaning::Function("Ref".into()),
            "Condition" => Meaning::Function("Condition".into()),
            _ => Meaning::Function(format!("Fn::{suffix}").into()),
        },
        "" => match suffix.strip_prefix("tag:yaml.org,2002:") {
            Some(name) => Meaning::Standard(name.to_string().into()),
            None => Meaning::Other,
        },
        _ => Meaning::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_get_their_long_names() {
        let of = |handle: &str, suffix: &str| meaning(&Tag { handle: handle.into(), suffix: suffix.into() });
        assert_eq!(of("!", "Ref"), Meaning::Function("Ref".into()));
        assert_eq!(of("!", "Condition"), Meaning::Function("Condition".into()));
        assert_eq!(of("!", "Sub"), Meaning::Function("Fn::Sub".into()));
        assert_eq!(of("!", "Anything"), Meaning::Function("Fn::Anything".into()));
        assert_eq!(of("tag:yaml.org,2002:", "str"), Meaning::Standard("str".into()));
        assert_eq!(of("", "tag:yaml.org,2002:int"), Meaning::Standard("int".into()));
        assert_eq!(of("", "!"), Meaning::Standard("str".into()));
        assert_eq!(of("tag:example.com,2026:", "x"), Meaning::Other);
    }
}
