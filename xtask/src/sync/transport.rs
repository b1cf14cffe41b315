//! Defines the interface between `sync` and an HTTP client: one request and one response, without redirects and
//! retries.

use serde::{Deserialize, Serialize};

/// The values of an earlier response that allow a server to determine whether a file has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Validators {
    /// The header `ETag`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// The header `Last-Modified`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}

impl Validators {
    /// Returns true if the server can respond with `304 Not Modified` to a request with these values.
    #[must_use]
    pub fn are_useful(&self) -> bool {
        self.etag.is_some() || self.last_modified.is_some()
    }
}

/// A response whose body was read completely.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The header `Content-Type`.
    pub content_type: Option<String>,
    /// The header `Location`.
    pub location: Option<String>,
    /// The header `Retry-After`.
    pub retry_after: Option<String>,
    /// The headers `ETag` and `Last-Modified`.
    pub validators: Validators,
    /// The body, after decompression.
    pub body: Vec<u8>,
}

/// The reason why a request failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// A temporary error: a failed connection, a timeout, or an incomplete body.
    Passing(String),
    /// An error that another attempt would not fix.
    Lasting(String),
}

/// An HTTP client.
pub trait Transport: Sync {
    /// Requests a URL, and reads the body up to the end that the response states. Does not follow redirects.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no complete response.
    fn get(&self, url: &str, validators: Option<&Validators>) -> Result<Response, TransportError>;
}
