//! The reasons why strings are not principals of their kinds.

use super::*;
use alloc::string::ToString as _;

/// Checks why names are not principals of a kind.
fn because_of(kind: PrincipalKind, cases: &[(&str, &str)]) {
    for (name, reason) in cases {
        let error = kind.check(name).unwrap_err();
        assert_eq!((error.to_string().as_str(), error.suggestion()), (*reason, None), "{name}");
    }
}

/// Checks what to write in place of a name.
fn suggests(kind: PrincipalKind, name: &str, reason: &str, suggestion: &str) {
    let error = kind.check(name).unwrap_err();
    assert_eq!((error.to_string().as_str(), error.suggestion()), (reason, Some(suggestion)), "{name}");
}

#[test]
fn names_of_accounts_have_a_reason() {
    let digits = "an account has 12 digits";
    let caller = "who can call AWS is an account, a user, a role or a session: `arn:aws:iam::111122223333:role/name`";
    because_of(
        PrincipalKind::AWS,
        &[
            ("ann", "an account has 12 digits, everything else is an ARN"),
            ("ec2.amazonaws.com", "a service stands under `Service`, not under `AWS`"),
            ("arn:aws:iam::1:root", digits),
            ("arn:aws:s3:::mail", digits),
            ("arn:aws:iam::111122223333:group/mail", caller),
            ("arn:aws:iam:eu-west-1:111122223333:root", caller),
            ("arn:asw:iam::111122223333:root", caller),
            ("arn:aws:sts::111122223333:role/name", caller),
            (
                "arn:aws:iam::111122223333:role/*",
                "`*` stands for everybody and never for a part of a name; patterns go into a condition on \
                 `aws:PrincipalArn`",
            ),
        ],
    );
    for name in ["*", "111122223333", "AWS:111122223333", "AROADBQP57FF2AEXAMPLE"] {
        assert_eq!(PrincipalKind::AWS.check(name), Ok(()), "{name}");
    }
}

#[test]
fn names_of_services_have_a_reason() {
    because_of(
        PrincipalKind::Service,
        &[("*.amazonaws.com", "a service is named in full"), ("ec2", "a service is named as `ec2.amazonaws.com`")],
    );
    let domain = "the names of AWS's services end in `.amazonaws.com`";
    suggests(PrincipalKind::Service, "ec2.amazonaws.co", domain, "ec2.amazonaws.com");
    suggests(PrincipalKind::Service, "ec2.amazon.com", domain, "ec2.amazonaws.com");
}

#[test]
fn names_of_providers_have_a_reason() {
    because_of(
        PrincipalKind::Federated,
        &[
            ("*", "a provider is named in full"),
            ("gitlab", "a provider is a domain, or the ARN of a provider of your account"),
            ("arn:aws:iam::1:saml-provider/a", "an account has 12 digits"),
            (
                "arn:aws:iam::111122223333:role/name",
                "a provider's ARN is one of IAM: `arn:aws:iam::111122223333:oidc-provider/gitlab.com`",
            ),
        ],
    );
    let scheme = "a provider is named without `https://`";
    suggests(PrincipalKind::Federated, "https://gitlab.com", scheme, "gitlab.com");
}

#[test]
fn other_names_have_a_reason() {
    because_of(
        PrincipalKind::CanonicalUser,
        &[("a-b", "a canonical user is the long id that S3 gives to an account, letters and digits alone")],
    );
    let variable = "AWS replaces policy variables in resources and conditions alone, and takes none here";
    for kind in PrincipalKind::ALL.iter().copied() {
        because_of(kind, &[("${aws:PrincipalAccount}", variable)]);
        suggests(kind, " a\n", "white space stands around it", "a");
    }
}
