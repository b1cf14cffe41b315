//! JSON inside a string of another source, with the place of each byte in that source.

use alloc::{borrow::Cow, format, string::String, vec, vec::Vec};

use super::{Data, Span, Value, reader::parse};

/// The content of a string that contains a JSON source, such as the policy in the output of
/// `aws s3api get-bucket-policy`.
///
/// It resolves the escapes of the string. It also resolves percent-encoding if the content begins with `%7B`, and a second
/// level of escapes if the content begins with `{\"`. Spans in the content lead back to spans in the source that has the
/// string.
///
/// ```
/// use catalog::policy::json::{self, Data, Embedded, Span};
///
/// let source = br#"{"Policy": "{\"Id\":\n 1}"}"#;
/// let tree = json::parse(source)?;
/// let Data::Object(members) = &tree.data else { panic!("expected an object") };
/// let embedded = Embedded::new(source, &members[0].value).ok_or("expected a string")?;
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
    /// Returns the content of a string in a source. Returns `None` if the value is not a string.
    #[must_use]
    pub fn new(source: &[u8], value: &'t Value<'_>) -> Option<Self> {
        let text = value.as_str()?;
        let span = Span::new(value.span.start.checked_add(1)?, value.span.end.checked_sub(1)?);
        let content = usize::try_from(span.start).ok()?..usize::try_from(span.end).ok()?;
        let content = source.get(content).and_then(|content| core::str::from_utf8(content).ok()).unwrap_or_default();
        let outer = Places::of_escapes(content, span);
        let decoded = if is_percent_encoded(text) {
            decode_percent(text)
        } else if is_escaped_twice(text) {
            decode_escapes(text)
        } else {
            return Some(Self { text: Cow::Borrowed(text), layers: vec![outer] });
        };
        let (decoded, inner) = decoded?;
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
        let at = |offset| self.layers.iter().fold(offset, |offset, places| places.at(offset));
        let start = at(span.start);
        Span::new(start, at(span.end).max(start))
    }
}

/// Returns true if a string seems to be a percent-encoded JSON object.
#[must_use]
pub(crate) fn is_percent_encoded(text: &str) -> bool {
    text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("%7b"))
}

/// Returns true if a string seems to be a JSON object whose quotes are escaped once more, as in the output of
/// `aws apigateway get-rest-api`.
fn is_escaped_twice(text: &str) -> bool {
    text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with("\\\""))
}

/// The places of decoded bytes in the encoded source. Between two marks, both have the same bytes.
#[derive(Clone, Debug)]
struct Places {
    /// Pairs of an offset in the decoded string and the same place in the source, in order.
    marks: Vec<(u32, u32)>,
    /// The largest offset in the source.
    end: u32,
}

impl Places {
    /// Returns the places of a string with escapes, which is at a span of the source.
    fn of_escapes(content: &str, span: Span) -> Self {
        let mut places = Self { marks: vec![(0, span.start)], end: span.end.max(span.start) };
        let mut rest = content;
        while let Some(at) = rest.find('\\') {
            let escape = rest.get(at..).unwrap_or_default();
            let (decoded, encoded) = lengths(escape);
            places.add(at, decoded, encoded);
            rest = escape.get(encoded..).unwrap_or_default();
        }
        places
    }

    /// Adds an encoded character, after `plain` bytes that are the same in both.
    fn add(&mut self, plain: usize, decoded: usize, encoded: usize) {
        let after = |offset: u32, length: usize| offset.saturating_add(u32::try_from(length).unwrap_or(u32::MAX));
        let (text, source) = self.marks.last().copied().unwrap_or_default();
        self.marks.push((after(after(text, plain), decoded), after(after(source, plain), encoded)));
    }

    /// Returns the offset in the source of an offset in the decoded string.
    fn at(&self, offset: u32) -> u32 {
        let next = self.marks.partition_point(|(text, _)| *text <= offset);
        let (text, source) = next.checked_sub(1).and_then(|last| self.marks.get(last)).copied().unwrap_or_default();
        let limit = self.marks.get(next).map_or(self.end, |(_, source)| *source);
        source.saturating_add(offset.saturating_sub(text)).min(limit)
    }
}

/// Returns the length of the character that an escape such as `\n` or `\u00e9` represents, and the length of the
/// escape.
fn lengths(escape: &str) -> (usize, usize) {
    let unit = |from: usize| {
        let digits = escape.get(from..from.saturating_add(4))?;
        u32::from_str_radix(digits, 16).ok()
    };
    if !escape.starts_with("\\u") {
        return (1, 2);
    }
    match unit(2).map(char::from_u32) {
        Some(Some(character)) => (character.len_utf8(), 6),
        // A surrogate pair, which the parser has checked.
        Some(None) => (4, 12),
        None => (1, 2),
    }
}

/// Resolves escapes. Returns `None` if an escape is not valid.
fn decode_escapes(text: &str) -> Option<(String, Places)> {
    let literal = format!("\"{text}\"");
    let Data::String(decoded) = parse(literal.as_bytes()).ok()?.data else { return None };
    let places = Places::of_escapes(text, Span::new(0, u32::try_from(text.len()).ok()?));
    Some((decoded.into_owned(), places))
}

/// Resolves percent-encoding. Returns `None` if the result is not UTF-8.
///
/// Some programs write a space as `+`, and AWS writes `%20`. So `+` is a space if the string has no `%20`.
fn decode_percent(text: &str) -> Option<(String, Places)> {
    let plus = if text.contains("%20") { b'+' } else { b' ' };
    let plain_bytes =
        |text: &str| -> Vec<u8> { text.bytes().map(|byte| if byte == b'+' { plus } else { byte }).collect() };
    let mut bytes = Vec::with_capacity(text.len());
    let mut places = Places { marks: vec![(0, 0)], end: u32::try_from(text.len()).unwrap_or(u32::MAX) };
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (plain, encoded) = rest.split_at_checked(at)?;
        bytes.extend(plain_bytes(plain));
        let digits = encoded.get(1..3).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        let length = if byte.is_some() { 3 } else { 1 };
        places.add(at, 1, length);
        rest = encoded.get(length..)?;
    }
    bytes.extend(plain_bytes(rest));
    Some((String::from_utf8(bytes).ok()?, places))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;
    use proptest::prelude::*;

    /// Returns the source of the first `wanted` in a string that is written as `literal`, with something before it.
    fn source_of(literal: &str, wanted: &str) -> String {
        let source = format!("[ {literal} ]");
        let tree = parse(source.as_bytes()).unwrap();
        let Data::Array(items) = &tree.data else { panic!("expected a list") };
        let embedded = Embedded::new(source.as_bytes(), &items[0]).unwrap();
        let start = embedded.text().find(wanted).unwrap();
        let short = |offset: usize| u32::try_from(offset).unwrap();
        let place = embedded.place(Span::new(short(start), short(start + wanted.len())));
        source.get(place.start as usize..place.end as usize).unwrap().to_string()
    }

    #[test]
    fn escapes_lead_back_to_the_source() {
        assert_eq!(source_of(r#""{\"a\": \"b\"}""#, "\"b\""), r#"\"b\""#);
        assert_eq!(source_of(r#""\n\t{\u0022a\u0022:\r\n1}""#, "1"), "1");
        assert_eq!(source_of(r#""\u00e9\ud83d\ude00\/x\\y""#, "x"), "x");
        assert_eq!(source_of(r#""\u00e9\ud83d\ude00\/x\\y""#, "\u{1f600}"), r"\ud83d\ude00");
        assert_eq!(source_of(r#""plain""#, "plain"), "plain");
        assert_eq!(source_of(r#""\\""#, "\\"), r"\\");
    }

    #[test]
    fn percent_encoding_leads_back_to_the_source() {
        assert_eq!(source_of(r#""%7B%22a%22%3A%20%22b%22%7D""#, "\"b\""), "%22b%22");
        assert_eq!(source_of(r#""%7b%22\u0041%C3%A9%22%3A1%7D""#, "A\u{e9}"), r"\u0041%C3%A9");
        assert_eq!(source_of(r#""%7B%22a%22:+%22b%22%7D""#, ": "), ":+");
        assert_eq!(source_of(r#""%7B%22a%22:%20%22+%22%7D""#, "+"), "+");
        // A percent sign without two digits represents itself.
        assert_eq!(source_of(r#""%7B100%,50%zz%7D""#, "%,50%zz"), "%,50%zz");
    }

    #[test]
    fn a_second_level_of_escapes_leads_back_to_the_source() {
        assert_eq!(source_of(r#""{\\\"a\\\": \\\"b\\u0041\\\"}""#, "\"bA\""), r#"\\\"b\\u0041\\\""#);
    }

    #[test]
    fn encoded_bytes_that_are_not_utf_8_are_refused() {
        let source = br#""%7B%FF""#;
        assert!(Embedded::new(source, &parse(source).unwrap()).is_none());
    }

    proptest! {
        #[test]
        fn every_place_is_inside_the_string(literal in r#""([a-z%7B é😀]|\\["\\/bfnrt]|\\u[0-9a-c][0-9a-f]{3}){0,20}""#) {
            let tree = parse(literal.as_bytes()).unwrap();
            if let Some(embedded) = Embedded::new(literal.as_bytes(), &tree) {
                let mut last = 1;
                for (offset, _) in embedded.text().char_indices().chain([(embedded.text().len(), ' ')]) {
                    let offset = u32::try_from(offset).unwrap();
                    let place = embedded.place(Span::new(offset, offset));
                    prop_assert!(last <= place.start && place.start < tree.span.end);
                    prop_assert!(literal.is_char_boundary(place.start as usize));
                    last = place.start;
                }
                prop_assert_eq!(last, tree.span.end - 1);
            }
        }
    }
}
