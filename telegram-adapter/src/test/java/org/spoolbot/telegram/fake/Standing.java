package org.spoolbot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** What somebody is in a chat: a status of ChatMember (docs), rights of an administrator, or what a restricted member may still send. */
record Standing(String status, Set<String> rights) {
    private static final List<String> ADMIN_RIGHTS = List.of(
            "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info",
            "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories", "can_pin_messages", "can_manage_topics");
    private static final List<String> MEMBER_RIGHTS = List.of(
            "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes",
            "can_send_voice_notes", "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages",
            "can_edit_tag", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics");

    static Standing member() {
        return new Standing("member", Set.of());
    }

    static Standing left() {
        return new Standing("left", Set.of());
    }

    static Standing kicked() {
        return new Standing("kicked", Set.of());
    }

    static Standing creator() {
        return new Standing("creator", Set.copyOf(ADMIN_RIGHTS));
    }

    static Standing administrator(Set<String> rights) {
        return new Standing("administrator", Set.copyOf(rights));
    }

    static Standing restricted(Set<String> allowed) {
        return new Standing("restricted", Set.copyOf(allowed));
    }

    boolean isPresent() {
        return !status.equals("left") && !status.equals("kicked");
    }

    boolean isAdmin() {
        return status.equals("creator") || status.equals("administrator");
    }

    boolean maySend(String right) {
        return !status.equals("restricted") || rights.contains("can_send_messages") && rights.contains(right);
    }

    ObjectNode json(ObjectNode user) {
        ObjectNode member = Json.object().put("status", status);
        member.set("user", user);
        switch (status) {
            case "creator" -> member.put("is_anonymous", false);
            case "administrator" -> flags(member.put("can_be_edited", false).put("is_anonymous", false), ADMIN_RIGHTS);
            case "restricted" -> flags(member.put("is_member", true).put("until_date", 0), MEMBER_RIGHTS);
            case "kicked" -> member.put("until_date", 0);
            default -> { }
        }
        return member;
    }

    private void flags(ObjectNode member, List<String> names) {
        names.forEach(name -> member.put(name, rights.contains(name)));
    }
}
