//! The writer of strings laid end to end.

use alloc::{string::String, vec::Vec};

use super::error::TooLargeError;

/// Returns the two literals of a [`Strings`](crate::packed::Strings): the text and the bounds.
///
/// # Errors
/// Returns an error if the strings have 4 GiB or more in total.
pub fn strings<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<(String, Vec<u8>), TooLargeError> {
    let mut text = String::new();
    let bounds = bounds(&mut text, texts)?;
    let bounds = encode(&bounds, text.len() > usize::from(u16::MAX));
    Ok((text, bounds))
}

/// Encodes offsets as `u32`s if they are wide, otherwise as `u16`s.
pub(super) fn encode(offsets: &[u32], wide: bool) -> Vec<u8> {
    // The bytes are little-endian, so the first two of them have the whole value of an offset that is not wide.
    let bytes = |offset: &u32| offset.to_le_bytes().into_iter().take(if wide { 4 } else { 2 });
    offsets.iter().flat_map(bytes).collect()
}

/// Appends strings to `text`. Returns the offset of the first one and the end offset of each, or nothing if there are no
/// strings.
pub(super) fn bounds<'a>(
    text: &mut String,
    texts: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<u32>, TooLargeError> {
    let mut bounds = Vec::new();
    for one in texts {
        if bounds.is_empty() {
            bounds.push(offset(text.len())?);
        }
        text.push_str(one);
        bounds.push(offset(text.len())?);
    }
    Ok(bounds)
}

pub(super) fn offset(at: usize) -> Result<u32, TooLargeError> {
    u32::try_from(at).map_err(|_| TooLargeError { what: "bytes", limit: u32::MAX as usize })
}
