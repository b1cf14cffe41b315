//! Writing strings end to end.

use alloc::{string::String, vec::Vec};

use super::error::TooLargeError;

/// The two literals of a [`Strings`](crate::packed::Strings): the text and the bounds.
///
/// # Errors
/// When the texts come to 4 GiB.
pub fn strings<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<(String, Vec<u8>), TooLargeError> {
    let mut text = String::new();
    let bounds = bounds(&mut text, texts)?;
    Ok((text, bounds))
}

/// Adds texts to a text, and says where the first begins and where each ends; nothing where there is none.
pub(super) fn bounds<'a>(
    text: &mut String,
    texts: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<u8>, TooLargeError> {
    let mut bounds = Vec::new();
    for one in texts {
        if bounds.is_empty() {
            bounds.extend(offset(text.len())?.to_le_bytes());
        }
        text.push_str(one);
        bounds.extend(offset(text.len())?.to_le_bytes());
    }
    Ok(bounds)
}

pub(super) fn offset(at: usize) -> Result<u32, TooLargeError> {
    u32::try_from(at).map_err(|_| TooLargeError { what: "bytes", limit: u32::MAX as usize })
}
