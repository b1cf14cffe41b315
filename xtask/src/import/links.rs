//! Formats the links of a page: to its own condition keys and resource types, and to actions of any page.

use catalog_core::reference_url::ActionPlace;

/// The links of one page.
#[derive(Clone, Debug)]
pub(super) struct Links {
    /// The name of the page without `.md`.
    pub(super) page: String,
}

impl Links {
    /// Returns the links to condition keys, separated by line breaks.
    pub(super) fn keys<'k>(&self, names: impl IntoIterator<Item = &'k str>) -> String {
        let links: Vec<_> =
            names.into_iter().map(|name| format!("[{name}](#{}-{})", self.page, anchor(name))).collect();
        links.join(BREAK)
    }

    /// Returns the link to a resource type.
    pub(super) fn resource_type(&self, name: &str, required: bool) -> String {
        let star = if required { "\\*" } else { "" };
        format!("[{name}{star}](#{}-resource-{})", self.page, name.replace(' ', ""))
    }

    /// Returns the link to the action with a full name such as `iam:PassRole`.
    pub(super) fn action(&self, full_name: &str) -> String {
        let (service, action) = full_name.split_once(':').unwrap_or(("", full_name));
        let page = format!("list_{service}");
        if page == self.page {
            return format!("[{full_name}](#{page}-action-{action})");
        }
        format!("[{full_name}]({})", ActionPlace { page: &page, action })
    }

    /// Returns the links to actions, separated by line breaks.
    pub(super) fn actions<'n>(&self, full_names: impl IntoIterator<Item = &'n str>) -> String {
        full_names.into_iter().map(|name| self.action(name)).collect::<Vec<_>>().join(BREAK)
    }
}

/// A line break inside a cell.
pub(super) const BREAK: &str = "<br />";

/// Returns the anchor that AWS's pages have for a condition key.
fn anchor(name: &str) -> String {
    name.chars()
        .filter(|c| !matches!(c, '<' | '>'))
        .map(|c| if matches!(c, '/' | ':' | '$' | '{' | '}') { '_' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Links;

    #[test]
    fn links_are_those_of_the_reference() {
        let links = Links { page: "list_s3".to_owned() };
        assert_eq!(
            links.keys(["aws:RequestTag/${TagKey}", "s3:ExistingObjectTag/<key>"]),
            "[aws:RequestTag/${TagKey}](#list_s3-aws_RequestTag___TagKey_)<br />\
             [s3:ExistingObjectTag/<key>](#list_s3-s3_ExistingObjectTag_key)"
        );
        assert_eq!(links.resource_type("bot alias", true), r"[bot alias\*](#list_s3-resource-botalias)");
        assert_eq!(links.action("s3:GetObject"), "[s3:GetObject](#list_s3-action-GetObject)");
        assert_eq!(
            links.action("iam:PassRole"),
            "[iam:PassRole](https://docs.aws.amazon.com/service-authorization/latest/reference/list_iam.html\
             #list_iam-action-PassRole)"
        );
    }
}
