//! The files of this repository that run the command on other machines, for the tests of their commands.

use std::{
    fs,
    path::{Path, PathBuf},
};

use saphyr_parser::{Event, Parser};
use serde_json::{Map, Value};

/// Returns the path of a file of the repository.
pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap().join(name)
}

/// Reads a file of the repository.
pub(crate) fn text(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap()
}

/// Reads a YAML file of the repository: see [`parsed`].
pub(crate) fn yaml(name: &str) -> Value {
    parsed(&text(name))
}

/// Parses YAML. Every scalar is a string.
pub(crate) fn parsed(text: &str) -> Value {
    let mut events = Parser::new_from_str(text).map(|event| event.unwrap().0);
    loop {
        match events.next().unwrap() {
            Event::StreamStart | Event::DocumentStart(_) => {}
            first => return value(first, &mut events),
        }
    }
}

/// Reads the value that begins with an event.
fn value<'a>(first: Event<'a>, events: &mut impl Iterator<Item = Event<'a>>) -> Value {
    match first {
        Event::Scalar(text, ..) => Value::String(text.into_owned()),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match events.next().unwrap() {
                    Event::SequenceEnd => return Value::Array(items),
                    first => items.push(value(first, events)),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut members = Map::new();
            loop {
                match events.next().unwrap() {
                    Event::MappingEnd => return Value::Object(members),
                    Event::Scalar(name, ..) => {
                        let first = events.next().unwrap();
                        members.insert(name.into_owned(), value(first, events));
                    }
                    other => panic!("expected a name, found {other:?}"),
                }
            }
        }
        other => panic!("expected a value, found {other:?}"),
    }
}
