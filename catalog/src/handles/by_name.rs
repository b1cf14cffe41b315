//! From a name of a service to its handle.

use catalog_core::ascii_case;

use super::{
    action::AnyAction, condition_key::AnyConditionKey, operation::AnyOperation, resource_type::AnyResourceType,
    service::Service,
};

impl Service {
    /// The action of a name without its prefix, in any case.
    ///
    /// ```
    /// use catalog::ses;
    ///
    /// assert_eq!(ses::SERVICE.action("sendemail").unwrap().to_string(), "ses:SendEmail");
    /// ```
    #[must_use]
    #[inline]
    pub const fn action(self, name: &str) -> Option<AnyAction> {
        match self.table().actions.find(name) {
            Some(position) => Some(AnyAction::__new(self, position)),
            None => None,
        }
    }

    /// The condition key of a whole name (`ses:FromAddress`), in any case.
    #[must_use]
    #[inline]
    pub const fn condition_key(self, name: &str) -> Option<AnyConditionKey> {
        match self.table().condition_keys.find(name) {
            Some(position) => Some(AnyConditionKey::__new(self, position)),
            None => None,
        }
    }

    /// The resource type of a name without its prefix, in any case.
    #[must_use]
    #[inline]
    pub const fn resource_type(self, name: &str) -> Option<AnyResourceType> {
        match self.table().resource_types.find(name) {
            Some(position) => Some(AnyResourceType::__new(self, position)),
            None => None,
        }
    }

    /// The API operation of a name, in any case: the first, where operations of two SDK clients or of two pages
    /// share it.
    ///
    /// ```
    /// let dsql = catalog::Service::find("dsql").unwrap();
    /// let create = dsql.operation("createcluster").unwrap();
    /// assert!(create.authorized_by().iter().any(|needed| needed.action() == "dsql:CreateCluster"));
    /// ```
    #[must_use]
    #[inline]
    pub fn operation(self, name: &str) -> Option<AnyOperation> {
        self.operations().find(|operation| ascii_case::eq(operation.name(), name))
    }
}
