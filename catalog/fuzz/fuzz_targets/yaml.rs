//! Reads arbitrary bytes as YAML, and finds the places of all strings.
#![no_main]

use catalog_policy::{
    json::{Data, Embedded, Span, Syntax, Value},
    yaml,
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match yaml::parse(bytes) {
        Ok(trees) => trees.iter().for_each(|tree| check(bytes, tree)),
        Err(error) => {
            is_inside(bytes, error.span());
            assert!(error.to_string().len() < 500, "{error}");
        }
    }
});

/// Checks that each value, and each byte of a string, has a place in the source.
fn check(source: &[u8], value: &Value<'_>) {
    is_inside(source, value.span);
    if let Some(embedded) = Embedded::new(source, Syntax::Yaml, value) {
        let mut last = value.span.start;
        for offset in 0..=u32::try_from(embedded.text().len()).unwrap() {
            let place = embedded.place(Span::new(offset, offset));
            assert!(last <= place.start && place.start <= value.span.end, "{value:?} {offset} {place:?}");
            last = place.start;
        }
    }
    match &value.data {
        Data::Array(items) => items.iter().for_each(|item| check(source, item)),
        Data::Object(members) => members.iter().for_each(|member| {
            is_inside(source, member.name_span);
            check(source, &member.value);
        }),
        _ => {}
    }
}

fn is_inside(source: &[u8], span: Span) {
    assert!(span.start <= span.end && span.end as usize <= source.len(), "{span:?}");
}
