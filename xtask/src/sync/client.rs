//! Wraps the HTTP client `ureq`: connections, timeouts, and the end and the size of a body.

use super::pages::CONNECTIONS;
use super::transport::{Response, Transport, TransportError, Validators};
use flate2::read::MultiGzDecoder;
use std::io::{self, Read};
use std::time::Duration;
use ureq::http::{self, HeaderMap, Version, header};
use ureq::{Agent, Body, Error};

/// The limits of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The maximum time to open a connection.
    pub connect: Duration,
    /// The maximum time for a request, up to the last byte of the body.
    pub request: Duration,
    /// The limit in bytes of a body, before and after decompression.
    pub bytes: u64,
}

impl Default for Limits {
    /// Returns limits of ten seconds for a connection and a minute for a request.
    ///
    /// The limit for a body is sixteen times the size of the largest page of October 2026.
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), request: Duration::from_secs(60), bytes: 16 << 20 }
    }
}

/// A client that reuses its connections.
#[derive(Clone, Debug)]
pub struct Client {
    agent: Agent,
    bytes: u64,
}

impl Client {
    /// Returns a client. It connects at the first request.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        let agent = Agent::config_builder()
            .timeout_connect(Some(limits.connect))
            .timeout_global(Some(limits.request))
            .max_idle_connections_per_host(CONNECTIONS)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(concat!("catalog-xtask/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { agent: Agent::new_with_config(agent), bytes: limits.bytes }
    }

    /// Reads a body to its end.
    fn body(&self, version: Version, headers: &HeaderMap, body: Body) -> Result<Vec<u8>, TransportError> {
        if !is_framed(version, headers) {
            let reason = "the server does not state the length of the response, so the response may be incomplete";
            return Err(TransportError::Lasting(reason.to_owned()));
        }
        let encoding = text(headers, &header::CONTENT_ENCODING).unwrap_or_default().trim().to_ascii_lowercase();
        // Read one byte more than the limit to detect a larger body.
        let limit = self.bytes.saturating_add(1);
        let reader = body.into_with_config().limit(limit).reader();
        let mut bytes = Vec::new();
        let read = match encoding.as_str() {
            "gzip" => MultiGzDecoder::new(reader).take(limit).read_to_end(&mut bytes),
            "" | "identity" => reader.take(limit).read_to_end(&mut bytes),
            other => return Err(TransportError::Lasting(format!("the response has the unknown encoding `{other}`"))),
        };
        match read {
            Ok(_) if bytes.len() as u64 <= self.bytes => Ok(bytes),
            Ok(_) => Err(self.too_large()),
            Err(error) => Err(self.failed(Error::from(error))),
        }
    }

    fn too_large(&self) -> TransportError {
        TransportError::Lasting(format!("the response is larger than {} bytes", self.bytes))
    }

    fn failed(&self, error: Error) -> TransportError {
        let passing = |reason: &str| TransportError::Passing(reason.to_owned());
        match error {
            Error::Timeout(_) => passing("the server did not respond in time"),
            Error::HostNotFound => passing("the host was not found"),
            Error::ConnectionFailed => passing("the connection failed"),
            Error::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                passing("the connection was closed before the end of the response")
            }
            Error::Io(error) => TransportError::Passing(error.to_string()),
            Error::BodyExceedsLimit(_) => self.too_large(),
            // A malformed response may be an incomplete one, so another attempt may succeed.
            error @ Error::Protocol(_) => TransportError::Passing(error.to_string()),
            error => TransportError::Lasting(error.to_string()),
        }
    }
}

impl Transport for Client {
    fn get(&self, url: &str, validators: Option<&Validators>) -> Result<Response, TransportError> {
        let mut request = self.agent.get(url).header(header::ACCEPT_ENCODING, "gzip");
        if let Some(Validators { etag, last_modified }) = validators {
            let conditions = [(header::IF_NONE_MATCH, etag), (header::IF_MODIFIED_SINCE, last_modified)];
            for (name, value) in conditions.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
                request = request.header(name, value);
            }
        }
        let response = request.call().map_err(|error| self.failed(error))?;
        let (http::response::Parts { status, version, headers, .. }, body) = response.into_parts();
        // With any other status, the body is not the requested file.
        let body = if status == http::StatusCode::OK { self.body(version, &headers, body)? } else { Vec::new() };
        Ok(Response {
            status: status.as_u16(),
            content_type: text(&headers, &header::CONTENT_TYPE),
            location: text(&headers, &header::LOCATION),
            retry_after: text(&headers, &header::RETRY_AFTER),
            validators: Validators {
                etag: text(&headers, &header::ETAG),
                last_modified: text(&headers, &header::LAST_MODIFIED),
            },
            body,
        })
    }
}

/// Returns true if a response states the end of its body: by its length, or by chunks, which HTTP/1.0 does not have.
/// Chunks count only as the last coding, because another coding after them has no stated end.
fn is_framed(version: Version, headers: &HeaderMap) -> bool {
    let codings = headers.get_all(header::TRANSFER_ENCODING).iter().next_back();
    let last = codings.and_then(|codings| codings.to_str().ok()?.rsplit(',').next());
    let is_chunked = version > Version::HTTP_10 && last.is_some_and(|last| last.trim().eq_ignore_ascii_case("chunked"));
    is_chunked || headers.contains_key(header::CONTENT_LENGTH)
}

/// Returns a header's value if it consists of visible ASCII characters.
fn text(headers: &HeaderMap, name: &header::HeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::is_framed;
    use ureq::http::{HeaderMap, HeaderValue, Version, header};

    #[test]
    fn a_length_or_chunks_show_the_end_of_a_body() {
        let framed = |version, codings: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for coding in codings {
                headers.append(header::TRANSFER_ENCODING, HeaderValue::from_static(coding));
            }
            let without_length = is_framed(version, &headers);
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from_static("1"));
            assert!(is_framed(version, &headers), "{codings:?}");
            without_length
        };
        for codings in [&["chunked"][..], &["Chunked "], &["gzip, chunked"], &["gzip", "chunked"]] {
            assert!(framed(Version::HTTP_11, codings), "{codings:?}");
            assert!(!framed(Version::HTTP_10, codings), "{codings:?}");
        }
        for codings in
            [&[][..], &["identity"], &[""], &["gzip"], &["chunked, gzip"], &["chunked", "identity"], &["chunkedx"]]
        {
            assert!(!framed(Version::HTTP_11, codings), "{codings:?}");
        }
    }
}
