//! Checks whether a string has the form of the name of a service.

use alloc::format;

use catalog_core::{ascii_case, nearest::distance};

use super::error::{PrincipalError, because, replaced};

/// Returns the reason why a string is not the name of a service, or `None` if it is one.
///
/// Valid names are `ec2.amazonaws.com`, `states.eu-west-1.amazonaws.com`, `ec2.amazonaws.com.cn` and
/// `example.aws.internal`.
pub(super) fn error(name: &str) -> Option<PrincipalError> {
    const DOMAIN: &str = "amazonaws.com";
    const CHINA: &str = "amazonaws.com.cn";
    const END: &str = "the name of an AWS service ends in `.amazonaws.com`";
    if ascii_case::eq(name, DOMAIN) || ascii_case::eq(name, CHINA) || name.split('.').any(str::is_empty) {
        return Some(because("expected the name of a service before the domain, such as `ec2.amazonaws.com`"));
    }
    let of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-.".contains(&byte);
    if !name.contains('.') || !name.bytes().all(of_name) {
        return Some(because("expected the name of a service, such as `ec2.amazonaws.com`"));
    }
    if name.ends_with(".amazonaws") {
        return Some(replaced(END, format!("{name}.com")));
    }
    // Names under these domains are addresses of websites.
    if let Some(service) = [".aws.com", ".aws.amazon.com"].into_iter().find_map(|end| name.strip_suffix(end)) {
        return Some(replaced(END, format!("{service}.{DOMAIN}")));
    }
    if let Some((service, rest)) = name.split_once(".amazonaws.")
        && !["com", "com.cn", "eu"].contains(&rest)
    {
        return Some(replaced(END, format!("{service}.{DOMAIN}")));
    }
    let Some((at, _)) = name.rmatch_indices('.').nth(1) else {
        // The name of a service has a label before the domain.
        let service = name.strip_suffix(DOMAIN).filter(|service| !service.is_empty());
        return Some(match service {
            Some(service) => replaced(END, format!("{}.{DOMAIN}", service.trim_end_matches('-'))),
            None => because("expected the name of a service, such as `ec2.amazonaws.com`"),
        });
    };
    let (service, domain) = (name.get(..at)?, name.get(at + 1..)?);
    // Some services have names under `amazon.com`, such as `alexa-appkit.amazon.com`, but none of them is a single
    // word.
    let is_near = || distance(domain, DOMAIN).is_some_and(|mistakes| mistakes <= 2);
    let is_short = || ascii_case::eq(domain, "amazon.com") && !service.contains(['-', '.']);
    if !ascii_case::eq(domain, DOMAIN) && (is_near() || is_short()) {
        return Some(replaced(END, format!("{service}.{DOMAIN}")));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::PrincipalKind;
    use alloc::string::ToString as _;

    /// Checks the reasons why names are not valid principals of a kind.
    fn because_of(kind: PrincipalKind, cases: &[(&str, &str)]) {
        for (name, reason) in cases {
            let error = kind.check(name).unwrap_err();
            assert_eq!((error.to_string().as_str(), error.suggestion()), (*reason, None), "{name}");
        }
    }

    /// Checks the suggestion for a name.
    fn suggests(kind: PrincipalKind, name: &str, reason: &str, suggestion: &str) {
        let error = kind.check(name).unwrap_err();
        assert_eq!((error.to_string().as_str(), error.suggestion()), (reason, Some(suggestion)), "{name}");
    }

    #[test]
    fn names_of_services_have_a_reason() {
        because_of(
            PrincipalKind::Service,
            &[
                ("*.amazonaws.com", "write the full name of the service without wildcards"),
                ("ec2", "expected the name of a service, such as `ec2.amazonaws.com`"),
                ("example.com", "expected the name of a service, such as `ec2.amazonaws.com`"),
                ("amazonaws.com", "expected the name of a service before the domain, such as `ec2.amazonaws.com`"),
                (".amazonaws.com.cn", "expected the name of a service before the domain, such as `ec2.amazonaws.com`"),
            ],
        );
        let domain = "the name of an AWS service ends in `.amazonaws.com`";
        suggests(PrincipalKind::Service, "ec2.amazonaws.co", domain, "ec2.amazonaws.com");
        suggests(PrincipalKind::Service, "ec2.aws.com", domain, "ec2.amazonaws.com");
        suggests(PrincipalKind::Service, "ec2.aws.amazon.com", domain, "ec2.amazonaws.com");
        suggests(PrincipalKind::Service, "ec2.amazonaws", domain, "ec2.amazonaws.com");
        suggests(PrincipalKind::Service, "ec2.amazonaws.com.au", domain, "ec2.amazonaws.com");
        suggests(PrincipalKind::Service, "ec2amazonaws.com", domain, "ec2.amazonaws.com");
        suggests(PrincipalKind::Service, "ec2.amazon.com", domain, "ec2.amazonaws.com");
    }
}
