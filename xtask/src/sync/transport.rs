//! The interface between `sync` and an HTTP client: one request and one response, without redirects and retries.

use serde::{Deserialize, Serialize};

/// The values of an earlier response by which a server knows whether a file has changed.
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
    /// Returns true if a request with them can be answered by `304 Not Modified`.
    #[must_use]
    pub fn are_useful(&self) -> bool {
        self.etag.is_some() || self.last_modified.is_some()
    }
}

/// A response whose body has been read to its end.
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

/// The reason why there is no response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// A fault that may pass: no connection, no answer in time, a body that ended too soon.
    Passing(String),
    /// A fault that another try would meet again.
    Lasting(String),
}

/// An HTTP client.
pub trait Transport: Sync {
    /// Requests a URL, and reads the body to the end that the response states. Follows no redirect.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no whole response.
    fn get(&self, url: &str, validators: Option<&Validators>) -> Result<Response, TransportError>;
}
