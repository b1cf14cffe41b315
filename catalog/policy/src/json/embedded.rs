//! Strings that contain a source of their own, such as JSON, with the place of each byte in the file around them.

mod encodings;
mod places;
#[cfg(test)]
mod tests;
mod yaml;

use alloc::{borrow::Cow, vec, vec::Vec};

use super::{Span, Value};
use crate::hole::Hole;
pub(crate) use encodings::is_percent_encoded;
use places::Places;

/// The syntax of the source that has a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Syntax {
    /// JSON.
    Json,
    /// YAML, with strings in any style: without quotes, in quotes, or in a block.
    Yaml,
}

/// The content of a string that contains a source of its own, such as the policy in the output of
/// `aws s3api get-bucket-policy`.
///
/// It resolves the escapes of the string. It also resolves percent-encoding if the content begins with `%7B`, and a second
/// level of escapes if the content begins with `{\"`. Spans in the content lead back to spans in the source that has the
/// string.
///
/// ```
/// use catalog::policy::json::{self, Data, Embedded, Span, Syntax};
///
/// let source = br#"{"Policy": "{\"Id\":\n 1}"}"#;
/// let tree = json::parse(source)?;
/// let Data::Object(members) = &tree.data else { panic!("expected an object") };
/// let embedded = Embedded::new(source, Syntax::Json, &members[0].value).ok_or("expected a string")?;
/// assert_eq!(embedded.text(), "{\"Id\":\n 1}");
/// let place = embedded.place(Span::new(1, 5));
/// assert_eq!(&source[place.start as usize..place.end as usize], br#"\"Id\""#);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Embedded<'t> {
    text: Cow<'t, str>,
    /// The places of the content in the source. A second encoding adds one more item in front.
    layers: Vec<Places>,
}

impl<'t> Embedded<'t> {
    /// Returns the content of a string in a source. Returns `None` if the value is not a string. A string with holes has
    /// its holes as the source writes them.
    #[must_use]
    pub fn new(source: &[u8], syntax: Syntax, value: &'t Value<'_>) -> Option<Self> {
        let written = || value.as_hole().filter(|hole| !hole.is_total()).map(Hole::written);
        let text = value.as_str().or_else(written)?;
        let span = value.span;
        let written = usize::try_from(span.start).ok()?..usize::try_from(span.end).ok()?;
        let written = source.get(written).and_then(|written| core::str::from_utf8(written).ok()).unwrap_or_default();
        let outer = match syntax {
            Syntax::Json => encodings::literal(written, span),
            Syntax::Yaml => yaml::scalar(written, span, text),
        };
        if !encodings::is_encoded(text) {
            return Some(Self { text: Cow::Borrowed(text), layers: vec![outer] });
        }
        let (decoded, inner) = encodings::decode(text)?;
        Some(Self { text: Cow::Owned(decoded), layers: vec![inner, outer] })
    }

    /// Returns the content, which can be parsed as JSON.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the span in the source that corresponds to a span in the content.
    #[must_use]
    pub fn place(&self, span: Span) -> Span {
        let start = self.layers.iter().fold(span.start, |offset, places| places.at(offset));
        let end = self.layers.iter().fold(span.end, |offset, places| places.end_at(offset));
        Span::new(start, end.max(start))
    }
}
