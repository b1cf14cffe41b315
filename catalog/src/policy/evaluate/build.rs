//! Builds a request from typed names.

use alloc::{
    borrow::ToOwned as _,
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use catalog_policy::Shown;

use super::{
    ContextValues, RequestPrincipal, RequestPrincipalError, UntypedRequest, check_request,
    problem::{RequestError, RequestPart, RequestProblem},
};
use crate::{
    AnyAction,
    policy::{IntoKey, Key, KeyError},
};

/// A request whose names and values have been checked.
///
/// ```
/// use catalog::policy::evaluate::{Policies, Request};
/// use catalog::s3;
///
/// let request = Request::new("arn:aws:iam::111122223333:user/ann", s3::Action::GetObject)
///     .on("arn:aws:s3:::reports/november.csv")
///     .build()?;
/// assert!(Policies::new().decide(&request).is_denied());
/// # Ok::<_, catalog::policy::evaluate::RequestError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Request(UntypedRequest);

impl Request {
    /// Starts a request of a principal for an action.
    #[expect(clippy::new_ret_no_self, reason = "a request exists only after its names have been checked")]
    pub fn new(principal: impl IntoRequestPrincipal, action: impl Into<AnyAction>) -> RequestBuilder {
        RequestBuilder {
            principal: principal.into_request_principal(),
            action: action.into(),
            resources: Vec::new(),
            account: None,
            keys: Vec::new(),
        }
    }

    /// Returns the request without the promise that its names have been checked.
    #[must_use]
    pub fn into_untyped(self) -> UntypedRequest {
        self.0
    }
}

impl AsRef<UntypedRequest> for Request {
    fn as_ref(&self) -> &UntypedRequest {
        &self.0
    }
}

/// Builds a [`Request`].
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct RequestBuilder {
    principal: Result<RequestPrincipal, RequestPrincipalError>,
    action: AnyAction,
    resources: Vec<String>,
    account: Option<String>,
    keys: Vec<(Result<Key, KeyError>, Entry)>,
}

/// The statement of a builder about a condition key.
#[derive(Clone, Debug)]
enum Entry {
    Values(ContextValues),
    Open,
}

impl RequestBuilder {
    /// Adds a resource by its ARN. With several resources, AWS must allow the action on each one. Without a resource, the
    /// request is for `*`.
    pub fn on(mut self, arn: impl AsRef<str>) -> Self {
        self.resources.push(arn.as_ref().to_owned());
        self
    }

    /// States the account that owns the resources. Without it, the account comes from the ARN of each resource, or else
    /// from the principal.
    pub fn in_account(mut self, account: impl AsRef<str>) -> Self {
        self.account = Some(account.as_ref().to_owned());
        self
    }

    /// States the value or the values of a condition key: a string, a boolean, an integer or a list of strings.
    pub fn with(mut self, key: impl IntoKey, values: impl Into<ContextValues>) -> Self {
        self.keys.push((key.into_key(), Entry::Values(values.into())));
        self
    }

    /// States that the value of a condition key is not known, and that the request may lack the key.
    pub fn leave_open(mut self, key: impl IntoKey) -> Self {
        self.keys.push((key.into_key(), Entry::Open));
        self
    }

    /// Checks the request, as [`check_request`] does, and returns it.
    ///
    /// ```
    /// use catalog::policy::{Key, evaluate::Request};
    /// use catalog::{ec2, s3};
    ///
    /// let error = Request::new("ann", s3::Action::GetObject)
    ///     .on("arn:aws:sqs:eu-west-1:111122223333:mail")
    ///     .with(ec2::ConditionKey::InstanceType, "t3.micro")
    ///     .with(Key::new("aws:SourceIp"), "home")
    ///     .build()
    ///     .unwrap_err();
    /// assert_eq!(error.problems().len(), 4, "{error}");
    /// ```
    ///
    /// # Errors
    /// Returns every problem with the request.
    pub fn build(self) -> Result<Request, RequestError> {
        let mut problems = Vec::new();
        let principal = self.principal.unwrap_or_else(|error| {
            problems.push(RequestProblem::new(RequestPart::Principal, error.to_string()));
            RequestPrincipal::anonymous()
        });
        let mut request = UntypedRequest::new(principal, &self.action.to_string());
        request = self.resources.iter().fold(request, |request, resource| request.on(resource));
        if let Some(account) = &self.account {
            if account.len() != 12 || !account.bytes().all(|byte| byte.is_ascii_digit()) {
                let message = format!("`{}` is not a 12-digit account ID", Shown(account));
                problems.push(RequestProblem::new(RequestPart::Account, message));
            }
            request = request.in_account(account);
        }
        for (key, entry) in self.keys {
            match (key, entry) {
                (Ok(key), Entry::Values(values)) => request = request.with(key.as_str(), values),
                (Ok(key), Entry::Open) => request = request.leave_open(key.as_str()),
                (Err(error), _) => {
                    let message = error.to_string();
                    problems.push(RequestProblem::new(RequestPart::Key(String::new()), message));
                }
            }
        }
        problems.extend(check_request(&request));
        RequestError::new(problems).map_or(Ok(Request(request)), Err)
    }
}

/// A principal for [`Request::new`]: a [`RequestPrincipal`], or a string that is parsed as one.
pub trait IntoRequestPrincipal {
    /// Returns the principal.
    ///
    /// # Errors
    /// Returns an error if a string does not name a principal.
    fn into_request_principal(self) -> Result<RequestPrincipal, RequestPrincipalError>;
}

impl IntoRequestPrincipal for RequestPrincipal {
    fn into_request_principal(self) -> Result<RequestPrincipal, RequestPrincipalError> {
        Ok(self)
    }
}

impl IntoRequestPrincipal for &str {
    fn into_request_principal(self) -> Result<RequestPrincipal, RequestPrincipalError> {
        self.parse()
    }
}

impl IntoRequestPrincipal for &String {
    fn into_request_principal(self) -> Result<RequestPrincipal, RequestPrincipalError> {
        self.parse()
    }
}
