//! Reads of users and groups.

use aws_sdk_cognitoidentityprovider::operation::admin_get_user::AdminGetUserError;
use aws_sdk_cognitoidentityprovider::operation::admin_list_groups_for_user::AdminListGroupsForUserError;
use aws_sdk_cognitoidentityprovider::operation::list_groups::ListGroupsError;
use aws_sdk_cognitoidentityprovider::operation::list_users::ListUsersError;
use aws_sdk_cognitoidentityprovider::operation::list_users_in_group::ListUsersInGroupError;

use super::filter::{Filter, Fit};
use super::{AdminClient, PageToken, read, told};
use crate::failure::Failure;
use crate::group::Group;
use crate::input::Username;
use crate::unlogged::unlogged;
use crate::user::{OpenedUser, User};

/// The most that the service puts on a page.
const LARGEST_PAGE: u32 = 60;
/// Pages of one user's groups: a user can be in 100 (quotas), and pages may be short.
const MOST_GROUP_PAGES: usize = 10;

/// One page of users. It has no `Debug`: users don't belong in logs.
pub struct UserPage {
    /// The users who fit what was asked for; there may be none although more follow.
    pub users: Vec<User>,
    /// Whether somebody fits it only without regard to case: then the service looked without it.
    pub any_case: bool,
    /// Where the list goes on, if it does.
    pub next: Option<PageToken>,
}

/// One page of groups.
#[derive(Clone, Debug)]
pub struct GroupPage {
    /// The groups; there may be none although more follow.
    pub groups: Vec<Group>,
    /// Where the list goes on, if it does.
    pub next: Option<PageToken>,
}

impl AdminClient {
    /// The users of a pool whom `filter` finds, or everybody (`ListUsers`), in no promised order
    /// and as of a moment ago: the service catches up with changes late.
    ///
    /// `page` goes on where another page with the same `filter` and `limit` ended. `limit` is 1 to
    /// 60. Users who don't fit the filter after all are left out.
    ///
    /// # Errors
    /// `SearchEnded` where `page` is too old or another list's, `PoolNotFound`, and any
    /// [`FailureCode`](crate::FailureCode) of the access to AWS and the way there.
    pub async fn list_users(
        &self,
        pool_id: &str,
        filter: Option<&Filter>,
        page: Option<&PageToken>,
        limit: u32,
    ) -> Result<UserPage, Failure> {
        let typed = filter.map(Filter::value);
        let answer = self
            .sdk
            .list_users()
            .user_pool_id(pool_id)
            .set_filter(filter.map(Filter::text))
            .set_pagination_token(PageToken::text(page))
            .limit(page_size(limit))
            .customize()
            .config_override(read::<ListUsersError>())
            .send()
            .await
            .map_err(|error| told::read(typed.into_iter().collect(), error))?;
        let mut any_case = false;
        let mut users = Vec::new();
        for user in answer.users.unwrap_or_default() {
            let fit = filter.map_or(Fit::Exact, |filter| filter.fit(&user));
            any_case |= fit == Fit::ButForCase;
            if fit != Fit::None {
                users.push(User::from(user));
            }
        }
        Ok(UserPage {
            users,
            any_case,
            next: PageToken::of(answer.pagination_token),
        })
    }

    /// One user, opened (`AdminGetUser`), as of now.
    ///
    /// `username` may be an alias. Opening counts the user as active for the month's bill, so lists
    /// don't do it.
    ///
    /// # Errors
    /// `UserNotFound`, `PoolNotFound`, and any [`FailureCode`](crate::FailureCode) of the access to
    /// AWS and the way there.
    pub async fn get_user(&self, pool_id: &str, username: &Username) -> Result<OpenedUser, Failure> {
        let call = self
            .sdk
            .admin_get_user()
            .user_pool_id(pool_id)
            .username(username.as_str())
            .customize()
            .config_override(read::<AdminGetUserError>())
            .send();
        unlogged(call)
            .await
            .map(OpenedUser::from)
            .map_err(|error| told::read(vec![username.as_str()], error))
    }

    /// The groups that a user is in, all of them (`AdminListGroupsForUser`).
    ///
    /// # Errors
    /// As [`get_user`](Self::get_user).
    pub async fn groups_of_user(&self, pool_id: &str, username: &Username) -> Result<Vec<Group>, Failure> {
        let mut groups = Vec::new();
        let mut page = None;
        for _ in 0..MOST_GROUP_PAGES {
            let answer = self
                .sdk
                .admin_list_groups_for_user()
                .user_pool_id(pool_id)
                .username(username.as_str())
                .limit(page_size(LARGEST_PAGE))
                .set_next_token(PageToken::text(page.as_ref()))
                .customize()
                .config_override(read::<AdminListGroupsForUserError>())
                .send()
                .await
                .map_err(|error| told::read(vec![username.as_str()], error))?;
            groups.extend(
                answer
                    .groups
                    .unwrap_or_default()
                    .into_iter()
                    .filter_map(Group::described),
            );
            page = PageToken::of(answer.next_token);
            if page.is_none() {
                break;
            }
        }
        Ok(groups)
    }

    /// The pool's groups, up to 60 at a time (`ListGroups`).
    ///
    /// # Errors
    /// `PoolNotFound`, and any [`FailureCode`](crate::FailureCode) of the access to AWS and the way
    /// there.
    pub async fn list_groups(&self, pool_id: &str, page: Option<&PageToken>) -> Result<GroupPage, Failure> {
        let answer = self
            .sdk
            .list_groups()
            .user_pool_id(pool_id)
            .limit(page_size(LARGEST_PAGE))
            .set_next_token(PageToken::text(page))
            .customize()
            .config_override(read::<ListGroupsError>())
            .send()
            .await
            .map_err(|error| told::read(vec![pool_id], error))?;
        let groups = answer.groups.unwrap_or_default().into_iter();
        Ok(GroupPage {
            groups: groups.filter_map(Group::described).collect(),
            next: PageToken::of(answer.next_token),
        })
    }

    /// The users in a group, up to 60 at a time (`ListUsersInGroup`, which can't be searched).
    ///
    /// # Errors
    /// `GroupNotFound`, `PoolNotFound`, and any [`FailureCode`](crate::FailureCode) of the access to
    /// AWS and the way there.
    pub async fn users_in_group(
        &self,
        pool_id: &str,
        group: &str,
        page: Option<&PageToken>,
    ) -> Result<UserPage, Failure> {
        let answer = self
            .sdk
            .list_users_in_group()
            .user_pool_id(pool_id)
            .group_name(group)
            .limit(page_size(LARGEST_PAGE))
            .set_next_token(PageToken::text(page))
            .customize()
            .config_override(read::<ListUsersInGroupError>())
            .send()
            .await
            .map_err(|error| told::read(vec![group], error))?;
        let users = answer.users.unwrap_or_default().into_iter();
        Ok(UserPage {
            users: users.map(User::from).collect(),
            any_case: false,
            next: PageToken::of(answer.next_token),
        })
    }
}

fn page_size(limit: u32) -> i32 {
    i32::try_from(limit.clamp(1, LARGEST_PAGE)).unwrap_or(1)
}
