import type { Names, Wording, Words } from "./words.js";

export const simplifiedChinese: Words = {
  organizer: {
    created: wording("新预约", ({ booker }) => `${booker} 预约了与您的会议。`),
    requested: wording("请确认", ({ booker }) => `${booker} 希望与您会面。在您确认之前，预约尚未成立。`),
    "move-requested": wording(
      "请确认新时间",
      ({ booker }) => `${booker} 希望更改会议时间。在您确认之前，新时间尚未成立。`,
    ),
    confirmed: wording("已确认", ({ booker }) => `您已确认与 ${booker} 的会议。`),
    rescheduled: wording("时间已更改", ({ booker }) => `您与 ${booker} 的会议时间已更改。`),
    cancelled: wording("已取消", ({ booker }) => `您与 ${booker} 的会议已取消。`),
    "seat-cancelled": wording("席位已退订", ({ booker }) => `${booker} 将不参加。会议照常与其他人举行。`),
    rebook: wording("已取消，等待重新预约", ({ booker }) => `您已请 ${booker} 另选时间，原时间已重新开放。`),
    relocated: wording("地点已更改", ({ booker }) => `您与 ${booker} 的会议地点已更改。`),
    "people-added": wording("新增参与者", ({ booker }) => `您与 ${booker} 的会议有新的参与者加入。`),
  },
  attendee: {
    created: wording("已确认", ({ organizer }) => `您与 ${organizer} 的会议已预约成功。`),
    requested: wording("等待确认", ({ organizer }) => `您的预约请求已发送给 ${organizer}，确认后会立即通知您。`),
    "move-requested": wording(
      "新时间等待确认",
      ({ organizer }) => `新时间已发送给 ${organizer}，原时间已取消。新时间确认后会立即通知您。`,
    ),
    confirmed: wording("已确认", ({ organizer }) => `${organizer} 已确认此会议。`),
    declined: wording("已谢绝", ({ organizer }) => `${organizer} 无法参加此会议，预约未成立。`),
    rescheduled: wording("时间已更改", ({ organizer }) => `您与 ${organizer} 的会议时间已更改。`),
    cancelled: wording("已取消", ({ organizer }) => `您与 ${organizer} 的会议已取消。`),
    rebook: wording("请另选时间", ({ organizer }) => `${organizer} 在此时间无法参加，请您另选时间。`),
    relocated: wording("地点已更改", ({ organizer }) => `您与 ${organizer} 的会议地点已更改。`),
    "people-added": wording("会议邀请", ({ organizer }) => `您已被添加到与 ${organizer} 的会议。`),
  },
  subject: (label, title) => `${label}：${title}`,
  facts: {
    when: "时间",
    before: "原时间",
    where: "地点",
    who: "参与者",
    notes: "备注",
    reason: "原因",
    cancelledBy: "取消人",
    phone: "电话",
    repeats: "重复",
    alsoCancelled: "同时取消",
  },
  bracketed: (text) => `（${text}）`,
  organizerRole: (name) => `${name}（组织者）`,
  join: "加入会议",
  videoCall: "视频会议",
  yes: "是",
  no: "否",
  repeats: (interval, frequency) => {
    const unit = { weekly: "周", monthly: "个月", yearly: "年" }[frequency];
    return interval === 1 ? `每${unit.replace("个", "")}` : `每 ${interval} ${unit}`;
  },
  answersGoTo: (name) => `直接回复此邮件，${name} 会收到您的回复。`,
  reference: (uid) => `预约编号 ${uid}`,
};

/** Blanks stand between Chinese and other letters, not between Chinese ones. */
function wording(label: string, lead: (names: Names) => string): Wording {
  return { label, lead: (names) => lead(names).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "") };
}
