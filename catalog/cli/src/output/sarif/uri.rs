//! Converts a path to a URI.

use std::fmt::Write as _;

/// Returns the URI of a path. A relative path becomes a URI relative to the working directory.
pub(super) fn uri(path: &str) -> String {
    let drive = path.as_bytes().get(1) == Some(&b':') && cfg!(windows);
    let mut uri = String::from(match path {
        _ if drive => "file:///",
        _ if path.starts_with('/') => "file://",
        _ => "",
    });
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            // Writing to a string does not fail.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri
}
